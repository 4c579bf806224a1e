/// What AutoModerator offers ready-made under `standard:`, as a search. Reddit keeps its lists
/// (<https://www.reddit.com/wiki/automoderator/standard-conditions>) and changes them; these are our own, of the hosts that
/// most people mean.
enum Standard {
  typealias Search = (key: String, values: [String])

  static let names = [
    "image hosting sites", "direct image links", "video hosting sites", "streaming sites", "crowdfunding sites",
    "meme generator sites", "facebook links", "amazon affiliate links",
  ]

  static func search(of name: String) -> Search? {
    switch name {
    case "image hosting sites": ("domain", imageHosts)
    case "direct image links": ("url (regex)", [#"\.(jpe?g|png|gifv?)(\?\S*)?$"#])
    case "video hosting sites": ("domain", videoHosts)
    case "streaming sites": ("domain", streamingHosts)
    case "crowdfunding sites": ("domain", crowdfundingHosts)
    case "meme generator sites": ("domain", memeHosts)
    case "facebook links": ("url+body (regex, includes)", [#"(facebook\.com|fb\.me|fbcdn\.net)"#])
    case "amazon affiliate links":
      ("url+body (regex, includes)", [#"(amazon|amzn)\.(com|co\.uk|ca|de|fr|it|es|in|to)/\S*tag=[^&\s]+-2[0-9]"#])
    default: nil
    }
  }

  private static let imageHosts = [
    "500px.com", "abload.de", "deviantart.com", "deviantart.net", "fav.me", "flickr.com", "giphy.com", "gfycat.com",
    "gifs.com", "gyazo.com", "imageshack.us", "imgbb.com", "imgflip.com", "imgur.com", "instagr.am", "instagram.com",
    "i.redd.it", "i.reddituploads.com", "media.tumblr.com", "min.us", "minus.com", "photobucket.com", "pinimg.com",
    "postimg.cc", "postimg.org", "prnt.sc", "puu.sh", "sli.mg", "staticflickr.com", "tinypic.com", "twitpic.com",
  ]

  private static let videoHosts = [
    "break.com", "dailymotion.com", "liveleak.com", "metacafe.com", "rutube.ru", "streamable.com", "tiktok.com",
    "v.redd.it", "veoh.com", "vid.me", "vimeo.com", "vine.co", "worldstarhiphop.com", "youku.com", "youtu.be",
    "youtube.com",
  ]

  private static let streamingHosts = [
    "azubu.tv", "hitbox.tv", "justin.tv", "kick.com", "livestream.com", "mixer.com", "picarto.tv", "twitch.tv",
    "ustream.tv",
  ]

  private static let crowdfundingHosts = [
    "chuffed.org", "crowdrise.com", "fundly.com", "fundrazr.com", "generosity.com", "giveforward.com", "givesendgo.com",
    "gofund.me", "gofundme.com", "igg.me", "indiegogo.com", "justgiving.com", "kck.st", "kickstarter.com",
    "patreon.com", "pledgie.com", "rockethub.com", "ulule.com", "youcaring.com",
  ]

  private static let memeHosts = [
    "cheezburger.com", "diylol.com", "generatememes.com", "imgflip.com", "ifunny.co", "livememe.com", "makeameme.org",
    "memecaptain.com", "memecenter.com", "memecrunch.com", "memegen.com", "memegenerator.net", "mematic.net",
    "quickmeme.com", "qkme.me", "ragemaker.net", "troll.me", "weknowmemes.com",
  ]
}
