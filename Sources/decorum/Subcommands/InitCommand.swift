import ArgumentParser
import Foundation

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Write a first playbook to start from.",
    discussion: "Nothing that is there already is written over.")

  @Argument(help: "The folder of the playbook; it is made where it is missing.", completion: .directory)
  var folder = "."

  func run() throws {
    let path = URL(fileURLWithPath: folder).appendingPathComponent("playbook.yaml")
    guard !FileManager.default.fileExists(atPath: path.path) else {
      throw Failure("\(folder)/playbook.yaml is there already, and is left as it is")
    }
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data(FirstPlaybook.text(named: name).utf8).write(to: path, options: .atomic)
    } catch {
      throw Failure("\(folder)/playbook.yaml could not be written")
    }
    let shown = folder == "." ? "playbook.yaml" : "\(folder)/playbook.yaml"
    print(
      """
      Wrote \(shown). Next:
        decorum check \(folder)
        decorum test \(folder)
        decorum decide \(folder) "Where is my order?"
      """)
  }

  /// The folder's name as the name of a playbook.
  private var name: String {
    let words = URL(fileURLWithPath: folder).standardizedFileURL.lastPathComponent.lowercased().utf8
      .split { !(0x61...0x7A).contains($0) && !(0x30...0x39).contains($0) }
    let name = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
    return name.isEmpty ? "our-playbook" : name
  }
}

/// The playbook from which a newcomer starts: small, whole, and passing its own tests. The tutorial begins with it.
enum FirstPlaybook {
  static func text(named name: String) -> String {
    """
    decorum: 1
    playbook: \(name)
    title: Our social media playbook
    version: 0.1.0
    effective: 2026-01-01
    timezone: Europe/London
    about: How we answer people who talk to us, and about us, in public.

    teams:
      care: {title: Customer care}

    lexicons:
      let-down:
        about: Words of people whom we have let down
        terms: [refund*, money back, still waiting, never arrived, broken, worst]
      insults:
        terms: [idiot, idiots, moron*]
        disguises: yes                  # also found when disguised: 1d10t, i.d.i.o.t

    categories:                         # the first that holds is the comment's category
      - category: abuse
        title: Abuse of our people
        house_rule: Do not insult anyone.
        examples: ["you are all idiots"]
        counterexamples: ["my refund never arrived, you idiots"]
        when: {text.uses: insults}
        unless: {text.uses: let-down}   # strong language in a complaint is still a complaint
        do: [capture, hide]
        ladder: conduct

      - category: complaint
        title: A customer is let down
        examples: ["My parcel never arrived and I want my money back!"]
        counterexamples: ["What time do you open?"]
        when: {text.uses: let-down}
        respond: service-recovery

      - category: other
        title: Everything else
        when: otherwise
        respond: friendly

    responses:
      service-recovery:
        title: Put it right
        owner: care
        reply: {within: 60 minutes, in: public}
        steps:
          - step: acknowledge
            say: ["Thank you for telling us, {author.name}. [what happened] is not how it should be."]
          - step: apologise
            say: ["We are sorry for [what happened]."]
          - step: solve
            about: Say exactly what will happen, and by when.
      friendly:
        title: Join in
        owner: care
        reply: {within: 24 hours, in: same, optional: yes}
        steps:
          - step: thank

    ladders:
      conduct:
        title: Warn, then block
        published: yes
        forget_after: 90 days
        rungs:
          - {rung: watch, strikes: 1, do: [monitor]}
          - {rung: warn, strikes: 2, do: [warn], say: ["{author.name}, please be kind to our people. Next time we block."]}
          - {rung: block, strikes: 3, needs: warn, do: [remove, {block: {for: 90 days}}]}

    house_rules: {title: House rules, about: How to be heard here.}

    tests:
      - test: a second insult brings a warning
        comment: {text: "you 1d10ts", author: {id: bob}, history: {conduct: 1}}
        expect: {category: abuse, actions: [capture, hide, warn], ladders: {conduct: warn}}

    """
  }
}
