import Diagnostics
import PlaybookAnalysis
import PlaybookMigration
import Testing

/// One key of AutoModerator after the other, and what it becomes.
@Suite struct AutoModeratorKeyTests {
  /// A rule, and the condition that it is.
  struct Check: CustomTestStringConvertible, Sendable {
    let name: String
    let rule: String
    let condition: String

    init(_ name: String, _ rule: String, _ condition: String) {
      (self.name, self.rule, self.condition) = (name, rule, condition)
    }

    var testDescription: String { name }
  }

  @Test(arguments: checks) func `a check becomes a condition`(_ check: Check) throws {
    let migration = imported(check.rule + "\naction: report")
    #expect(migration.part("when") == check.condition)
    #expect(migration.rules.map(\.outcome) == [.whole])
    let analysis = try checked(migration)
    #expect(analysis.findings.filter { $0.severity == .error }.map(\.message) == [])
  }

  static let checks = [
    Check(
      "a word",
      #"""
      title: spoiler
      """#,
      #"""
      when:
        reddit.type: submission
        reddit.title: {says: ["spoiler"]}
      """#),
    Check(
      "several words",
      #"""
      body: [spoiler, leaked ending]
      """#,
      #"""
      when: {text.says: ["spoiler", "leaked ending"]}
      """#),
    Check(
      "what is no plain word",
      #"""
      body: [c++, r/all, pc]
      """#,
      #"""
      when: {text.matches: ['\bc\+\+', '\br/all\b', '\bpc\b']}
      """#),
    Check(
      "two fields",
      #"""
      title+body: [spoiler]
      """#,
      #"""
      when:
        - reddit.title: {uses: title-or-body-spoiler-words}
        - text.uses: title-or-body-spoiler-words
      """#),
    Check(
      "a negation",
      #"""
      ~title: ["[meta]"]
      type: submission
      """#,
      #"""
      when:
        reddit.type: submission
        none:
          - reddit.title: {matches: ['\[meta\]']}
      """#),
    Check(
      "includes",
      #"""
      body (includes): [onlyfans, bit.ly]
      """#,
      #"""
      when: {text.matches: ['onlyfans', 'bit\.ly']}
      """#),
    Check(
      "starts-with",
      #"""
      title (starts-with): ["[art]"]
      """#,
      #"""
      when:
        reddit.type: submission
        reddit.title: {matches: ['^\[art\]']}
      """#),
    Check(
      "ends-with",
      #"""
      title (ends-with): "?"
      """#,
      #"""
      when:
        reddit.type: submission
        reddit.title: {matches: ['\?$']}
      """#),
    Check(
      "full-exact",
      #"""
      title (full-exact): Help me
      """#,
      #"""
      when: {reddit.type: submission, reddit.title: ["Help me"]}
      """#),
    Check(
      "full-text",
      #"""
      body (full-text): [this, "!remindme"]
      """#,
      #"""
      when: {text.matches: ['^\W*this\W*$', '^\W*!remindme\W*$']}
      """#),
    Check(
      "regex",
      #"""
      title (regex): ['free (karma|gold)', '\[.*\]', '^why']
      """#,
      #"""
      when:
        reddit.type: submission
        reddit.title: {matches: ['\bfree (karma|gold)\b', '(?s)\[.*\]', '^why\b']}
      """#),
    Check(
      "regex, includes",
      #"""
      body (includes, regex): "rul(e|z)"
      """#,
      #"""
      when: {text.matches: ['rul(e|z)']}
      """#),
    Check(
      "case-sensitive",
      #"""
      title (case-sensitive): [USA]
      """#,
      #"""
      when:
        reddit.type: submission
        reddit.title: {matches: ['(?-i)\bUSA\b']}
      """#),
    Check(
      "a second search",
      #"""
      title: [help]
      title#2: [asap]
      """#,
      #"""
      when:
        all:
          - reddit.type: submission
          - reddit.title: {says: ["help"]}
          - reddit.title: {says: ["asap"]}
      """#),
    Check(
      "domain",
      #"""
      domain: [youtube.com]
      """#,
      #"""
      when:
        reddit.type: submission
        reddit.domain: {matches: ['(^|\.)youtube\.com$']}
      """#),
    Check(
      "domain with a modifier",
      #"""
      domain (includes): [youtube]
      """#,
      #"""
      when:
        reddit.type: submission
        reddit.domain: {matches: ['youtube']}
      """#),
    Check(
      "url",
      #"""
      url: [youtube.com/user/]
      """#,
      #"""
      when:
        reddit.type: submission
        reddit.url: {matches: ['youtube\.com/user/']}
      """#),
    Check(
      "id",
      #"""
      id: [abc12]
      """#,
      #"""
      when: {reddit.id: ["abc12"]}
      """#),
    Check(
      "flair_text",
      #"""
      ~flair_text: [Meta]
      """#,
      #"""
      when:
        reddit.type: submission
        none:
          - reddit.flair_text: ["Meta"]
      """#),
    Check(
      "flair_css_class",
      #"""
      flair_css_class (starts-with): mod
      """#,
      #"""
      when:
        reddit.type: submission
        reddit.flair_css_class: {matches: ['^mod']}
      """#),
    Check(
      "media_author",
      #"""
      media_author: [Some Body]
      """#,
      #"""
      when: {reddit.type: submission, reddit.media_author: ["Some Body"]}
      """#),
    Check(
      "media_title",
      #"""
      media_title (includes): [trailer]
      """#,
      #"""
      when:
        reddit.type: submission
        reddit.media_title: {matches: ['trailer']}
      """#),
    Check(
      "crosspost_title",
      #"""
      crosspost_title (includes): [meme]
      """#,
      #"""
      when:
        reddit.type: crosspost
        reddit.crosspost_title: {matches: ['meme']}
      """#),
    Check(
      "crosspost_subreddit",
      #"""
      crosspost_subreddit:
        name: [pics]
        is_nsfw: true
      """#,
      #"""
      when:
        reddit.type: crosspost
        reddit.crosspost_subreddit_name: {matches: ['\bpics\b']}
        reddit.crosspost_subreddit_is_nsfw: yes
      """#),
    Check(
      "poll_option_text",
      #"""
      type: poll submission
      poll_option_text: [yes please]
      """#,
      #"""
      when:
        reddit.type: poll
        reddit.poll_option_text: {matches: ['\byes please\b']}
      """#),
    Check(
      "author by name",
      #"""
      author: [some_bot, Other]
      """#,
      #"""
      when:
        author.name: {matches: ['\bsome_bot\b', '\bOther\b']}
      """#),
    Check(
      "not by name",
      #"""
      ~author: [Mod_One]
      type: submission
      """#,
      #"""
      when:
        reddit.type: submission
        none:
          - author.name: {matches: ['\bMod_One\b']}
      """#),
    Check(
      "author flair",
      #"""
      author:
        ~flair_css_class (regex): '.+'
      type: comment
      """#,
      #"""
      when:
        reddit.type: comment
        none:
          - reddit.author_flair_css_class: {matches: ['(?s)^.+$']}
      """#),
    Check(
      "ignore_blockquotes",
      #"""
      body: [spoiler]
      ignore_blockquotes: true
      """#,
      #"""
      when: {text.matches: ['(?m)^(?:[^>\n].*)?\bspoiler\b']}
      """#),
    Check(
      "only a negated body",
      #"""
      ~body (regex): ['https?://']
      type: submission
      """#,
      #"""
      when:
        reddit.type: submission
        none:
          - text.matches: ['\bhttps?://']
        any:
          - reddit.type: [comment, text]
          - text.length: at least 1
      """#),
    Check(
      "standard",
      #"""
      standard: direct image links
      """#,
      #"""
      when:
        reddit.type: submission
        reddit.url: {matches: ['\.(jpe?g|png|gifv?)(\?\S*)?$']}
      """#),
    Check(
      "type comment",
      #"""
      type: comment
      """#,
      #"""
      when: {reddit.type: comment}
      """#),
    Check(
      "type text submission",
      #"""
      type: text submission
      title: help
      """#,
      #"""
      when:
        reddit.type: text
        reddit.title: {says: ["help"]}
      """#),
    Check(
      "type crosspost submission",
      #"""
      type: crosspost submission
      """#,
      #"""
      when: {reddit.type: crosspost}
      """#),
    Check(
      "reports",
      #"""
      reports: 3
      """#,
      #"""
      when: {post.reports: at least 3}
      """#),
    Check(
      "body_longer_than",
      #"""
      body_longer_than: 500
      """#,
      #"""
      when: {text.length: more than 500}
      """#),
    Check(
      "body_shorter_than",
      #"""
      type: comment
      body_shorter_than: 20
      """#,
      #"""
      when: {reddit.type: comment, text.length: less than 20}
      """#),
    Check(
      "is_edited",
      #"""
      is_edited: false
      body: edit
      """#,
      #"""
      when: {post.edited: no, text.says: ["edit"]}
      """#),
    Check(
      "is_top_level",
      #"""
      is_top_level: true
      """#,
      #"""
      when: {reddit.type: comment, post.top_level: yes}
      """#),
    Check(
      "is_gallery",
      #"""
      is_gallery: true
      """#,
      #"""
      when: {reddit.type: gallery}
      """#),
    Check(
      "is_poll no",
      #"""
      is_poll: false
      """#,
      #"""
      when:
        reddit.type: submission
        none:
          - reddit.type: poll
      """#),
    Check(
      "poll_option_count",
      #"""
      poll_option_count: "> 4"
      """#,
      #"""
      when: {reddit.type: submission, reddit.poll_option_count: more than 4}
      """#),
    Check(
      "discussion_type",
      #"""
      discussion_type: chat
      """#,
      #"""
      when: {reddit.type: submission, reddit.discussion_type: chat}
      """#),
    Check(
      "past_archive_date",
      #"""
      past_archive_date: true
      """#,
      #"""
      when: {reddit.type: submission, reddit.past_archive_date: yes}
      """#),
    Check(
      "account_age",
      #"""
      author:
        account_age: < 7 days
      """#,
      #"""
      when: {author.account_age: less than 7 days}
      """#),
    Check(
      "account_age in days",
      #"""
      author:
        account_age: '< 5'
      """#,
      #"""
      when: {author.account_age: less than 5 days}
      """#),
    Check(
      "account_age in months",
      #"""
      author:
        account_age: '> 6 months'
      """#,
      #"""
      when: {author.account_age: more than 180 days}
      """#),
    Check(
      "account_age in years",
      #"""
      author:
        account_age: '< 1 year'
      """#,
      #"""
      when: {author.account_age: less than 365 days}
      """#),
    Check(
      "karma",
      #"""
      author:
        comment_karma: < 0
        post_karma: '> 10'
      """#,
      #"""
      when: {reddit.comment_karma: less than 0, reddit.post_karma: more than 10}
      """#),
    Check(
      "any threshold",
      #"""
      author:
        combined_karma: < 10
        account_age: < 2 weeks
        satisfy_any_threshold: true
      """#,
      #"""
      when:
        - reddit.combined_karma: less than 10
        - author.account_age: less than 2 weeks
      """#),
    Check(
      "subreddit karma",
      #"""
      author:
        combined_subreddit_karma: '< -5'
      """#,
      #"""
      when: {reddit.combined_subreddit_karma: less than -5}
      """#),
    Check(
      "contributor_quality",
      #"""
      author:
        contributor_quality: '< moderate'
      """#,
      #"""
      when: {reddit.contributor_quality: [lowest, low]}
      """#),
    Check(
      "roles",
      #"""
      author:
        is_contributor: false
        is_submitter: true
      """#,
      #"""
      when:
        none:
          - author.roles: contributor
        author.roles: submitter
      """#),
    Check(
      "is_gold",
      #"""
      author:
        is_gold: true
        has_verified_email: false
      """#,
      #"""
      when: {reddit.is_gold: yes, reddit.has_verified_email: no}
      """#),
    Check(
      "parent_submission",
      #"""
      parent_submission:
        title: [daily]
        flair_text: Meta
      is_top_level: true
      """#,
      #"""
      when:
        reddit.type: comment
        reddit.parent_title: {says: ["daily"]}
        reddit.parent_flair_text: ["Meta"]
        post.top_level: yes
      """#),
    Check(
      "only a negated body, of comments",
      #"""
      type: comment
      ~body (regex): '[.?!]$'
      """#,
      #"""
      when:
        reddit.type: comment
        none:
          - text.matches: ['[.?!]$']
      """#),
    Check(
      "what is said of media",
      #"""
      type: link submission
      domain: youtube.com
      message: 'You posted {{media_title}}.'
      """#,
      #"""
      when:
        reddit.type: link
        reddit.domain: {matches: ['(^|\.)youtube\.com$']}
        reddit.has_media: yes
      """#),
    Check(
      "a kind of crosspost",
      #"""
      type: poll submission
      is_gallery: false
      crosspost_id: [abc123]
      """#,
      #"""
      when:
        all:
          - reddit.type: crosspost
          - reddit.type: poll
          - none:
              - reddit.type: gallery
          - reddit.crosspost_id: {matches: ['\babc123\b']}
      """#),
    Check(
      "older names of fields",
      #"""
      type: comment
      user: [joe, ann]
      link_id: abc
      author_flair_text: new
      is_reply: true
      """#,
      #"""
      when:
        reddit.type: comment
        author.name: ["joe", "ann"]
        reddit.parent_id: ["abc"]
        reddit.author_flair_text: ["new"]
        post.top_level: no
      """#),
    Check(
      "older modifiers for each field",
      #"""
      title: [life, style]
      media_user: joe
      modifiers:
        title: [includes, inverse]
        media_user: regex inverse
      """#,
      #"""
      when:
        all:
          - reddit.type: submission
          - none:
              - reddit.title: {matches: ['life', 'style']}
          - none:
              - reddit.media_author: {matches: ['^joe$']}
          - reddit.has_media: yes
      """#),
    Check(
      "an older rank",
      #"""
      type: comment
      user_conditions:
        rank: < contributor
      """#,
      #"""
      when:
        all:
          - reddit.type: comment
          - none:
              - author.roles: contributor
          - none:
              - author.roles: moderator
      """#),
    Check(
      "subreddit event",
      #"""
      subreddit:
        event_label: [raid]
      type: comment
      """#,
      #"""
      when:
        reddit.type: comment
        reddit.subreddit_event_label: {matches: ['\braid\b']}
      """#),
  ]

  /// A rule, how much of it comes over, and parts of the clause that it is.
  struct Deed: CustomTestStringConvertible, Sendable {
    let name: String
    let rule: String
    let outcome: MigratedRule.Outcome
    let parts: [String: String]

    init(_ name: String, _ rule: String, _ outcome: MigratedRule.Outcome, _ parts: [String: String]) {
      (self.name, self.rule, self.outcome, self.parts) = (name, rule, outcome, parts)
    }

    var testDescription: String { name }
  }

  @Test(arguments: deeds) func `what a rule does becomes orders`(_ deed: Deed) throws {
    let migration = imported(deed.rule)
    for key in ["about", "unless", "respond", "do", "say"] { #expect(migration.part(key) == deed.parts[key], "\(key)") }
    for (key, value) in deed.parts where key.hasPrefix("  ") {
      #expect(migration.playbook.contains("\n\(key): \(value)\n"))
    }
    #expect(migration.rules.map(\.outcome) == [deed.outcome])
    let analysis = try checked(migration)
    #expect(analysis.findings.filter { $0.severity != .note }.map(\.message) == [])
  }

  static let deeds = [
    Deed(
      "remove",
      #"""
      title: x files
      action: remove
      action_reason: Rule 3
      """#, .whole,
      [
        "about": #"""
        about: "Reason: Rule 3"
        """#,
        "unless": #"""
        unless: {author.roles: moderator}
        """#,
        "do": #"""
        do: [remove]
        """#,
      ]),
    Deed(
      "spam",
      #"""
      title: x files
      action: spam
      """#, .whole,
      [
        "unless": #"""
        unless: {author.roles: moderator}
        """#,
        "do": #"""
        do: [remove, mark_as_spam]
        """#,
        "  mark_as_spam": #"""
        {title: "mark it as spam", kind: enforce}
        """#,
      ]),
    Deed(
      "filter",
      #"""
      title: x files
      action: filter
      """#, .whole,
      [
        "unless": #"""
        unless: {author.roles: moderator}
        """#,
        "do": #"""
        do: [hide, {notify: moderators}]
        """#,
      ]),
    Deed(
      "approve",
      #"""
      author: [AutoModerator]
      action: approve
      reports: 1
      """#, .whole,
      [
        "do": #"""
        do: [publish]
        """#
      ]),
    Deed(
      "report",
      #"""
      title: x files
      action: report
      report_reason: Look here
      """#, .whole,
      [
        "about": #"""
        about: "Reason: Look here"
        """#,
        "unless": #"""
        unless: {author.roles: moderator}
        """#,
        "do": #"""
        do: [{notify: moderators}]
        """#,
      ]),
    Deed(
      "moderators_exempt false",
      #"""
      title: x files
      action: remove
      moderators_exempt: false
      """#, .whole,
      [
        "do": #"""
        do: [remove]
        """#
      ]),
    Deed(
      "moderators_exempt true",
      #"""
      title: x files
      set_nsfw: true
      moderators_exempt: true
      """#, .whole,
      [
        "unless": #"""
        unless: {author.roles: moderator}
        """#,
        "do": #"""
        do: [set_nsfw]
        """#,
        "  set_nsfw": #"""
        {title: "mark it as not safe for work", kind: record}
        """#,
      ]),
    Deed(
      "comment",
      #"""
      title: x files
      comment: |
        Hello {{author}}, see [our rules](https://example.com) about {{title}}.

        Bye {now}
      comment_stickied: true
      comment_locked: true
      """#, .whole,
      [
        "do": #"""
        do: [reply, sticky_reply, lock_reply]
        """#,
        "say": #"""
        say:
          - |-
            Hello {author.name}, see [[our rules]](https://example.com) about {reddit.title}.

            Bye {{now}}
        """#,
        "  sticky_reply": #"""
        {title: "keep our reply at the top", kind: record}
        """#,
        "  lock_reply": #"""
        {title: "lock our reply", kind: record}
        """#,
      ]),
    Deed(
      "message",
      #"""
      title: x files
      message: Your {{kind}} {{permalink}}
      message_subject: About your post
      """#, .whole,
      [
        "about": #"""
        about: "Subject of the message: About your post"
        """#,
        "do": #"""
        do: [message]
        """#,
        "say": #"""
        say:
          - "Your {reddit.kind} {reddit.permalink}"
        """#,
      ]),
    Deed(
      "comment and message",
      #"""
      title: x files
      action: remove
      comment: In public
      message: In private to {{author}}
      """#, .whole,
      [
        "unless": #"""
        unless: {author.roles: moderator}
        """#,
        "respond": #"""
        respond: title-x-files-message
        """#,
        "do": #"""
        do: [remove, reply]
        """#,
        "say": #"""
        say:
          - "In public"
        """#,
      ]),
    Deed(
      "modmail",
      #"""
      title: x files
      modmail: Look at {{permalink}}
      modmail_subject: Look
      """#, .whole,
      [
        "about": #"""
        about: |-
          Modmail “Look”:

          Look at {{permalink}}
        """#,
        "do": #"""
        do: [{notify: moderators}]
        """#,
      ]),
    Deed(
      "a placeholder of what was found",
      #"""
      title: x files
      comment: You said {{match}}
      """#, .inPart,
      [
        "do": #"""
        do: [reply]
        """#,
        "say": #"""
        say:
          - "You said [match]"
        """#,
      ]),
    Deed(
      "set_flair",
      #"""
      title: x files
      set_flair: Question
      """#, .whole,
      [
        "do": #"""
        do: [flair_question]
        """#,
        "  flair_question": #"""
        {title: "give it the flair “Question”", kind: record}
        """#,
      ]),
    Deed(
      "set_flair with a class",
      #"""
      title: x files
      set_flair: ["Question", "question"]
      overwrite_flair: true
      """#, .whole,
      [
        "do": #"""
        do: [flair_question]
        """#,
        "  flair_question": #"""
        {title: "give it the flair “Question” (class `question`), whatever flair there is", kind: record}
        """#,
      ]),
    Deed(
      "set_flair with a template",
      #"""
      title: x files
      set_flair:
        template_id: 1a2b
        text: Hi
      """#, .whole,
      [
        "do": #"""
        do: [flair_hi]
        """#,
        "  flair_hi": #"""
        {title: "give it the flair “Hi” (template `1a2b`)", kind: record}
        """#,
      ]),
    Deed(
      "set_flair of the author",
      #"""
      author:
        combined_karma: '> 100'
        set_flair: Trusted
      """#, .whole,
      [
        "do": #"""
        do: [flair_author_trusted]
        """#,
        "  flair_author_trusted": #"""
        {title: "give the author the flair “Trusted”", kind: record}
        """#,
      ]),
    Deed(
      "set_flair of the parent",
      #"""
      body: solved
      is_top_level: true
      parent_submission:
        set_flair: Solved
        set_locked: true
      """#, .whole,
      [
        "do": #"""
        do: [flair_parent_solved, set_parent_locked]
        """#,
        "  flair_parent_solved": #"""
        {title: "give the submission above the flair “Solved”", kind: record}
        """#,
        "  set_parent_locked": #"""
        {title: "lock it (the submission above)", kind: record}
        """#,
      ]),
    Deed(
      "a flair of what was found",
      #"""
      title: x files
      set_flair: '{{match}}'
      """#, .inPart,
      [
        "do": #"""
        do: [flair_match]
        """#,
        "  flair_match": #"""
        {title: "give it the flair “{{match}}”", kind: record}
        """#,
      ]),
    Deed(
      "set_sticky",
      #"""
      title: x files
      set_sticky: 1
      """#, .whole,
      [
        "do": #"""
        do: [set_sticky_1]
        """#,
        "  set_sticky_1": #"""
        {title: "make it sticky 1", kind: record}
        """#,
      ]),
    Deed(
      "set_nsfw and set_spoiler",
      #"""
      title: x files
      set_nsfw: true
      set_spoiler: false
      """#, .whole,
      [
        "do": #"""
        do: [set_nsfw, unset_spoiler]
        """#,
        "  set_nsfw": #"""
        {title: "mark it as not safe for work", kind: record}
        """#,
        "  unset_spoiler": #"""
        {title: "mark it as no spoiler", kind: record}
        """#,
      ]),
    Deed(
      "set_locked",
      #"""
      title: x files
      set_locked: true
      """#, .whole,
      [
        "do": #"""
        do: [lock]
        """#
      ]),
    Deed(
      "set_suggested_sort",
      #"""
      title: x files
      set_suggested_sort: new
      """#, .whole,
      [
        "do": #"""
        do: [set_suggested_sort_new]
        """#,
        "  set_suggested_sort_new": #"""
        {title: "sort comments by new", kind: record}
        """#,
      ]),
    Deed(
      "set_contest_mode",
      #"""
      title: x files
      set_contest_mode: true
      set_original_content: true
      """#, .whole,
      [
        "do": #"""
        do: [set_contest_mode, set_original_content]
        """#,
        "  set_contest_mode": #"""
        {title: "start contest mode", kind: record}
        """#,
        "  set_original_content": #"""
        {title: "mark it as original content", kind: record}
        """#,
      ]),
    Deed(
      "set_post_crowd_control_level",
      #"""
      title: x files
      set_post_crowd_control_level: STRICT
      """#, .whole,
      [
        "do": #"""
        do: [set_post_crowd_control_level_strict]
        """#,
        "  set_post_crowd_control_level_strict": #"""
        {title: "set crowd control to strict", kind: record}
        """#,
      ]),
    Deed(
      "the older syntax",
      #"""
      type: submission
      title: [life]
      modifiers: includes
      link_flair_text: '[lifestyle]'
      link_flair_class: life
      """#, .whole,
      [
        "do": #"""
        do: [flair_lifestyle]
        """#,
        "  flair_lifestyle": #"""
        {title: "give it the flair “[lifestyle]” (class `life`)", kind: record}
        """#,
      ]),
    Deed(
      "a flair without words",
      #"""
      type: comment
      author:
        flair_text: Verified
        set_flair: {template_id: 1a2b, css_class: plain}
      parent_submission:
        set_flair: ["", ""]
        overwrite_flair: true
      """#, .whole,
      [
        "do": #"""
        do: [flair_author_plain, flair_parent_as_given]
        """#,
        "  flair_author_plain": #"""
        {title: "give the author the flair of class `plain` and template `1a2b`", kind: record}
        """#,
        "  flair_parent_as_given": #"""
        {title: "give the submission above the flair without words, whatever flair there is", kind: record}
        """#,
      ]),
    Deed(
      "a reason for the submission above",
      #"""
      type: comment
      body: bad bot
      parent_submission:
        action: report
        action_reason: Looked at by bots
      """#, .whole,
      [
        "about": #"""
        about: "Reason for the submission above: Looked at by bots"
        """#,
        "do": #"""
        do: [{notify: moderators}]
        """#,
      ]),
    Deed(
      "older conditions",
      #"""
      type: comment
      user_conditions:
        must_satisfy: any
        comment_karma: '< 10'
        account_age: '< 2'
      action: remove
      """#, .whole,
      [
        "unless": #"""
        unless: {author.roles: moderator}
        """#,
        "do": #"""
        do: [remove]
        """#,
      ]),
  ]
}

extension Migration {
  /// A key of the first clause, as it stands, four columns further left.
  fileprivate func part(_ key: String) -> String? {
    let lines = playbook.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let isClause = { (line: String) in line.hasPrefix("  - category: ") || line.hasPrefix("  - escalation: ") }
    guard let start = lines.firstIndex(where: { isClause($0) && $0 != "  - category: other" }) else { return nil }
    let clause = lines[(start + 1)...].prefix { !isClause($0) && ($0.isEmpty || $0.hasPrefix("    ")) }
    guard let first = clause.firstIndex(where: { $0.hasPrefix("    \(key):") }) else { return nil }
    let rest = clause[(first + 1)...].prefix { $0.isEmpty || $0.hasPrefix("     ") }
    var part = clause[first...].prefix(rest.count + 1).map { String($0.dropFirst(4)) }
    while part.last?.isEmpty == true { part.removeLast() }
    return part.joined(separator: "\n")
  }
}
