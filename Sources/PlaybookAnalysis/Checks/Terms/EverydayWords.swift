/// What honest people write every day, and a disguised term must not be met by: common English words, and what mixes
/// digits or signs with letters.
enum EverydayWords {
  /// Those that can be a disguise: a plain word without a doubled letter is met by nothing but itself.
  static let suspicious = words.split(whereSeparator: \.isWhitespace).filter { word in
    zip(word.utf8, word.utf8.dropFirst()).contains(where: ==) || !word.utf8.allSatisfy { 0x61...0x7A ~= $0 }
  }.map(String.init)

  private static let words = """
    a about above accept access according account across act action add address afraid after afternoon again against age
    ago agree ahead air all allow allowed almost alone along already also although always am amazing among amount an and
    angry animal annoyed another answer any anybody anyone anything apparently appear apple apply appointment april are
    area arm around arrive arrived art as ask asleep assistant at attempt attend august aunt away baby back bad bag ball
    balloon bank bar bath be beach bean bear beat beautiful because bed bee beef been beer before began begin behind
    believe bell belly below best better between big bill bird birthday bit black blood bloom blue board boat body boil
    book boot booth boss both bottle bottom bought box boy bread break breakfast bring broke broken brother brought brown
    bubble buffet build building bunny burn bus business busy but butter button buy by cabbage cafe call called caller
    came can cannot car card care carry cat cause cell chair chance change cheap check cheer cheese chicken child
    children chocolate choose city class clean clear close cloth clothes coffee cold collect colour come comment common
    community company complete connect cook cookie cool copy corner correct cost cotton could country couple course cover
    cream cross crowd cup current customer cut daily dance dark date daughter day dead deal dear december decide deep
    deer delivered delivery depend dessert did differ difference different difficult dinner directly dirty discuss dish
    do doctor does dog dollar done door down dress drink drive driver drop dropped drove dry due during each ear early
    earn earth east easy eat eel effect egg eight either else email employee empty end enjoy enough enter entire error
    especially even evening ever every everybody everyone everything exactly example excellent except excess expect
    expensive express eye face fact fail fair fall family fan far farm fast father favourite february fed fee feed feel
    feeling feet fell fellow felt few field fill film final finally find fine finish fire first fish fit five fix flat
    flight floor flower fly follow food fool foot football for foreign forget form forward found four free freedom fresh
    friday friend from front full fully fun funny further game garden gas gave general get getting giggle girl give glad
    glass go goes goggles gold gone good goodbye goods goose got grass great green greet grey ground group grow guess
    guest gun gym had hair half hall hammer hand happen happened happy hard has hat hate have he head health hear heard
    heart heat heel height held hell hello help her here hers high hill him his hit hobby hold hole holiday home honest
    hood hook hope horse hospital hot hotel hour house how however huge hundred hungry hurry hurt husband ice idea if ill
    immediately important impossible in inch indeed inn inside issue it its january jelly job join journey july jump june
    just keen keep keeper kept key kick kid kill kind king kiss kitchen kitten knee knew know known ladder lady land large
    last late later laugh law lay lead learn least leave led leek left leg less lesson let letter life light like line
    list listen litter little live loan local lock long look looked loop loose lose loss lost lot loud love low luck lunch
    machine made mail main make mall man manage manager many march market married mass matter may maybe me meal mean meat
    medium meet meeting mess message met middle might mile milk mill mind mine minute mirror miss missed missing model mom
    moment monday money month mood moon moose more morning most mother mouth move much mum muffin must my name near
    necessary neck need needed needle needs neighbour never new news next nice night nine no nobody noise none noodle noon
    north nose not note nothing november now number occasion october odd of off offer offered office often oh oil ok okay
    old on once one online only open opinion opposite or orange order other our out outside over own owner page paid pair
    paper parcel parent park part party pass passed past pay pea peel people pepper perhaps person phone photo pick
    picture piece pill pillow pink place plan plane plant plate play please pleased point police pool poor poppy popular
    possible post potato pound pretty price probably problem process product promise proof proper pull pumpkin pupil puppy
    purple put putt quality quarter queen question queue quick quiet quite rabbit radio rain raining ran rate rather reach
    read ready real really reason receipt receive red reel refund remember rent reply rest return rice rich ride right
    ring river road roll roof room root rose round rude rubber rule run runner sad safe said salad sale same sat saturday
    saw say scheme school sea season seat second see seed seek seem seen seller sell send sense sent september serious
    serve service session set seven several shall she sheep sheet shell ship shirt shoe shoot shop short should show shut
    sick side sign silly simple since sing sister sit site six skill skin skull sleep sleepy slipper slow small smell
    smile smooth snow so soap soccer sock sold some someone something sometimes son song soon sooner sorry sort sound soup
    south space speak special spell spoke spoon spring staff stall stand start state station stay steel steep still stood
    stool stop store story street stress strong stuck student study stuff stupid such suddenly suffer sugar suggest summer
    sun sunday supper supply support suppose sure surprise sweet swimming table take talk tall tea teach teacher team teeth
    tell ten terrible test than thank thanks that the their them then there these they thing think third this though
    thought thousand three through thursday ticket tie till time tip tired to today together toilet told tomorrow tonight
    too took tool tooth top total town traffic train travel tree trip troops trouble true trust try tuesday tunnel turn
    twelve twice two umbrella uncle under understand unless until up upper upset us use usual usually vacuum village visit
    voice wait waiter walk wall wallet want war warm was wash watch water way we weak wear weather wedding wednesday week
    weekend weekly weird welcome well went were west wet what wheel when where which while white who whole whoops why wife
    will win window winner winter wish with without woman wonder wonderful wood wool word work worker world worry worse
    worst would write wrong yard year yell yellow yes yesterday yet you young your yourself zero zoo
    1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th 11th 12th 15th 20th 21st 1am 2am 6am 7am 8am 9am 10am 11am 1pm 2pm 3pm 4pm
    5pm 6pm 7pm 8pm 9pm 10pm 1h 2h 24h 48h 1hr 2hrs 3hrs 24hrs 1kg 2kg 500g 1l 2l 10k 5km 10km 5mm 10cm 1m 2m 100m 2x 3x
    10x 1k 2k 4k 3g 4g 5g 2d 3d a1 a2 a3 a4 a5 b2b b2c b4 d2c c1 e10 f1 g7 g8 g20 gr8 h2o i5 i7 m1 m2 m4 mp3 mp4 o2 p2p ps4
    ps5 r2 s1 s2 t1 t2 t3 t4 t5 u2 v1 v2 v8 w3w xbox1 y2k 4x4 4u 2u l8r m8 w8 24/7 9/11 50/50 1/2 £1 £5 £10 $1 $5 $10 $20
    $50 $100 10% 50% 100% @home @work #1 no.1 &co r&b q&a b&b a/c w/o e-mail t-shirt x-ray u-turn wi-fi o.k. u.k. u.s. a.m.
    p.m. i.e. e.g. :) :( :-) :-( <3 ... !!! ??? !?
    """
}
