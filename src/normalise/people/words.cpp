// SPDX-License-Identifier: Apache-2.0
#include "normalise/people/words.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.hpp"
#include "schema/titles.hpp"

namespace tidytracker {
namespace {

// clang-format off
/// Say what somebody is. All tables here are sorted, to be searched by halves.
constexpr auto k_post_words = std::to_array<std::string_view>({
    "accountant", "acting", "administrator", "adviser", "advisor", "analyst", "archdeacon",
    "architect", "archivist", "assistant", "asst", "auditor", "barrister", "bursar", "carer",
    "caretaker", "caseworker", "cdo", "ceo", "cfo", "chair", "chairman", "chairperson", "chairs",
    "chairwoman", "champion", "chief", "cio", "ciso", "clerk", "clerks", "clinician", "clinicians",
    "cllrs", "cmo", "cno", "co-chair", "co-ordinator", "commissioner", "comptroller", "constable",
    "consultant", "convener", "convenor", "coo", "coordinator", "coroner", "cosec", "councillors",
    "counsellor", "cpo", "cso", "cto", "curator", "cx", "dass", "dcs", "dean", "deputy",
    "dietician", "dietitian", "dipc", "dir", "director", "directors", "doctor", "dof", "don",
    "dph", "dpo", "dsl", "ecologist", "editor", "electrician", "engineer", "epidemiologist",
    "exec", "executive", "facilitator", "geriatrician", "governor", "groundskeeper", "groundsman",
    "guardian", "handyman", "handyperson", "head", "heads", "headteacher", "holder", "hos",
    "housekeeper", "inspector", "interim", "lawyer", "lead", "leader", "leads", "lecturer",
    "librarian", "manager", "managers", "matron", "mayor", "member", "members", "mgr",
    "microbiologist", "midwife", "midwives", "ned", "nurse", "nurses", "obstetrician", "officer",
    "officers", "optometrist", "organiser", "owner", "paediatrician", "paramedic", "paramedics",
    "partner", "pharmacist", "pharmacists", "physiotherapist", "planner", "podiatrist",
    "portfolio", "practitioner", "president", "principal", "psychiatrist", "psychologist",
    "radiographer", "ranger", "receptionist", "rector", "registrar", "rep", "representative",
    "representatives", "reps", "rfo", "s151", "scientist", "secretary", "senior", "sergeant",
    "sheriff", "siro", "solicitor", "sponsor", "sro", "superintendent", "supervisor", "surveyor",
    "teacher", "teachers", "technician", "therapist", "therapists", "treasurer", "trustee",
    "trustees", "vicar", "vice", "vice-chair", "warden", "webmaster"});

/// Occur in names of bodies and of what they do.
constexpr auto k_body_words = std::to_array<std::string_view>({
    "admin", "administration", "adult", "adults", "advice", "agencies", "all", "allotments",
    "ambulance", "analytics", "applicant", "applicants", "archives", "assets", "audit",
    "authorities", "benefits", "biodiversity", "boards", "borough", "both", "british", "building",
    "burial", "burials", "businesses", "carers", "catering", "cemeteries", "central", "centre",
    "change", "charities", "children", "citizens", "city", "cleansing", "climate", "clinical",
    "colleagues", "colleges", "commercial", "commissioning", "committees", "comms",
    "communications", "communities", "community", "conservation", "contact", "contractor",
    "contractors", "contracts", "corporate", "councils", "county", "culture", "customer", "data",
    "democratic", "departments", "developer", "developers", "development", "diagnostics",
    "digital", "directorates", "disabilities", "disability", "district", "diversity", "domestics",
    "drainage", "early", "ecology", "economic", "education", "elections", "electoral",
    "emergencies", "emergency", "energy", "enforcement", "engineering", "england", "environment",
    "environmental", "equalities", "equality", "estate", "estates", "events", "everybody",
    "everyone", "facilities", "families", "family", "finance", "fire", "flood", "friends",
    "governance", "government", "governors", "gps", "grounds", "growth", "guides", "health",
    "healthwatch", "heritage", "highways", "home", "homelessness", "hospitals", "housing", "hr",
    "human", "ict", "improvement", "inclusion", "informatics", "information", "innovation",
    "insurance", "intelligence", "international", "ireland", "it", "it/digital", "landlord",
    "landlords", "learning", "legal", "legislation", "leisure", "libraries", "library",
    "licensing", "lighting", "localities", "locality", "marketing", "markets", "maternity",
    "media", "medicine", "medicines", "mencap", "mental", "mind", "museum", "museums", "national",
    "neighbourhood", "network", "nhs", "northern", "nursing", "operations", "others",
    "outpatients", "parents", "parish", "parking", "parks", "partners", "pathology", "payroll",
    "performance", "pharmacies", "pharmacy", "planning", "playground", "policy", "portering",
    "practices", "press", "primary", "probation", "procurement", "programme", "project",
    "projects", "property", "provider", "providers", "public", "quality", "radiology", "recycling",
    "regeneration", "regional", "registrars", "research", "resident", "residents", "resilience",
    "revenues", "rotary", "royal", "safeguarding", "safety", "schools", "scotland", "scouts",
    "secondary", "secretariat", "sector", "security", "send", "skills", "social", "sport", "staff",
    "standards", "strategy", "streetscene", "supplier", "suppliers", "sustainability", "tenants",
    "theatres", "therapies", "tourism", "town", "trading", "transformation", "transport",
    "treasury", "trusts", "uk", "union", "unions", "universities", "various", "voluntary",
    "volunteers", "wales", "waste", "water", "web", "website", "wi", "workforce", "works", "years",
    "youth"});

/// End the name of a body.
constexpr auto k_body_heads = std::to_array<std::string_view>({
    "agency", "alliance", "association", "authority", "bc", "board", "bureau", "cabinet", "cc",
    "ccg", "charity", "cic", "club", "college", "commission", "committee", "company", "consortium",
    "constabulary", "council", "dc", "department", "directorate", "division", "federation",
    "forum", "foundation", "group", "hospital", "icb", "institute", "limited", "ltd", "mbc",
    "ministry", "network", "office", "panel", "partnership", "pcn", "plc", "police", "practice",
    "resources", "school", "service", "services", "society", "subcommittee", "surgery", "team",
    "teams", "trust", "unit", "university"});

/// Stand behind a name and belong to it.
constexpr auto k_honours = std::to_array<std::string_view>({
    "acca", "bsc", "cbe", "cpfa", "dbe", "dl", "fcca", "frcgp", "frcn", "frcp", "jp", "kbe", "kc",
    "ma", "mba", "mbe", "mp", "msc", "msp", "obe", "om", "phd", "qc", "rgn"});

/// Common in the United Kingdom: they tell "Bob and Sue" from "Culture and Heritage".
/// Never needed to read a full name.
constexpr auto k_forenames = std::to_array<std::string_view>({
    "aaron", "abbie", "abdul", "abena", "abi", "abigail", "abu", "ada", "adam", "adeel", "adele",
    "adrian", "agnes", "agnieszka", "ahmed", "aidan", "aileen", "aisha", "alan", "alana",
    "alastair", "albert", "alec", "aled", "alex", "alexander", "alexandra", "alfie", "alfred",
    "ali", "alice", "alison", "alistair", "allan", "ama", "amanda", "amara", "amber", "amelia",
    "amina", "amir", "amrit", "amy", "ana", "andrea", "andrew", "andrzej", "andy", "angela",
    "angelo", "angharad", "angie", "angus", "anil", "anita", "anjali", "ann", "anna", "anne",
    "annette", "annie", "anthony", "anton", "antonia", "anwar", "anya", "aoife", "archie", "arjun",
    "arthur", "arun", "asha", "ashley", "ashok", "ashraf", "asif", "audrey", "ava", "ayesha",
    "azhar", "balwinder", "barbara", "barry", "beatrice", "becky", "ben", "benjamin", "bernadette",
    "bernard", "bernice", "bethan", "betty", "bev", "beverley", "bilal", "bill", "billy", "bob",
    "brenda", "brendan", "brian", "bridget", "bronwen", "bruce", "bryan", "caitlin", "callum",
    "calum", "cameron", "camilla", "caoimhe", "carl", "carla", "carly", "carol", "carole",
    "caroline", "carolyn", "carys", "cath", "catherine", "cathy", "catriona", "cecilia", "celeste",
    "celia", "ceri", "cerys", "chantelle", "charles", "charlie", "charlotte", "cher", "cherie",
    "cheryl", "chidi", "chinwe", "chloe", "chris", "christina", "christine", "christopher", "ciara",
    "claire", "clare", "claudia", "clive", "col", "colette", "colin", "connor", "conor", "cormac",
    "courtney", "craig", "cynthia", "dafydd", "daisy", "dale", "damian", "dan", "daniel", "daniela",
    "danny", "daphne", "darren", "dave", "david", "dawn", "dean", "deb", "debbie", "deborah",
    "debra", "declan", "deepa", "deepak", "deirdre", "denise", "dennis", "derek", "dewi", "diana",
    "diane", "dianne", "dilys", "dinesh", "dominic", "don", "donald", "donna", "doreen", "dorota",
    "dorothy", "dougal", "douglas", "duncan", "dylan", "eamon", "ed", "eddie", "edith", "edward",
    "edwina", "eileen", "eilidh", "eirlys", "elaine", "eleanor", "elena", "elin", "elisha", "eliza",
    "elizabeth", "ella", "ellen", "ellie", "ellis", "elsie", "elspeth", "emeka", "emilia", "emily",
    "emlyn", "emma", "emmanuel", "eoghan", "eric", "erin", "esme", "estelle", "esther", "ethan",
    "eunice", "eva", "eve", "evelyn", "evie", "ewa", "faisal", "farah", "fatima", "fay", "felicity",
    "felix", "fergus", "fern", "finlay", "fiona", "florence", "folake", "fozia", "frances",
    "francis", "frank", "frankie", "fraser", "fred", "freddie", "freya", "funmi", "gail", "gareth",
    "gary", "gavin", "gayle", "gaynor", "gemma", "geoff", "geoffrey", "george", "georgia",
    "georgie", "georgina", "gerald", "geraldine", "gerard", "gethin", "gill", "gillian", "gina",
    "glen", "glenda", "glenn", "glenys", "gloria", "gordon", "grace", "graeme", "graham", "grainne",
    "grant", "greg", "gregory", "greta", "gurpreet", "gwen", "gwenllian", "gwilym", "gwyn",
    "gwyneth", "hamish", "hamza", "hannah", "harold", "harpreet", "harriet", "harry", "hasan",
    "hassan", "hattie", "hazel", "heather", "hector", "heidi", "helen", "helena", "henry",
    "hermione", "hilary", "hina", "holly", "howard", "hugh", "hugo", "huma", "huw", "ian",
    "ibrahim", "iestyn", "ieuan", "ifan", "ifeoma", "imogen", "imran", "ingrid", "iona", "iqbal",
    "irene", "irfan", "iris", "isaac", "isabel", "isabella", "isha", "ishbel", "isla", "isobel",
    "ivan", "ivy", "jack", "jackie", "jacob", "jacqueline", "jade", "jake", "james", "jamie", "jan",
    "jane", "janet", "janette", "janice", "janine", "jasmine", "jason", "jaswinder", "javed", "jay",
    "jaya", "jayne", "jean", "jeanette", "jeff", "jeffrey", "jemima", "jemma", "jen", "jenna",
    "jennifer", "jenny", "jeremy", "jerry", "jess", "jessica", "jill", "jim", "jimmy", "jo", "joan",
    "joanna", "joanne", "joe", "joel", "johanna", "john", "johnny", "jon", "jonathan", "jonny",
    "jordan", "joseph", "josephine", "josh", "joshua", "joy", "joyce", "judith", "judy", "julia",
    "julian", "julie", "june", "justin", "kamal", "kara", "karen", "karim", "karin", "karl",
    "kashif", "katarzyna", "kate", "kath", "katharine", "katherine", "kathleen", "kathryn", "kathy",
    "katie", "katrina", "katy", "kavita", "kay", "kayleigh", "keeley", "keira", "keiran", "keith",
    "kelly", "ken", "kenneth", "kerensa", "kerry", "kevin", "khalid", "kieran", "kim", "kimberley",
    "kiran", "kirsten", "kirstin", "kirsty", "kofi", "kris", "krzysztof", "kuldeep", "kwame",
    "kwasi", "kyle", "lakshmi", "lara", "latoya", "laura", "lauren", "laurence", "lawrence", "leah",
    "leanne", "lee", "leigh", "leila", "len", "lena", "leo", "leon", "leona", "leonard", "lesley",
    "leslie", "lewis", "liam", "libby", "lily", "linda", "lindsay", "lisa", "liz", "lizzie",
    "llinos", "lois", "loretta", "lorna", "lorraine", "lou", "louis", "louise", "lowri", "lucas",
    "lucy", "luke", "lydia", "lynda", "lyndsey", "lynette", "lynn", "lynne", "mabel", "maddie",
    "madeleine", "maeve", "magda", "maggie", "mahesh", "mair", "mairi", "malcolm", "malgorzata",
    "mandy", "manpreet", "marcus", "mared", "marek", "margaret", "maria", "mariam", "marian",
    "marianne", "marie", "marilyn", "marina", "marion", "marissa", "marjorie", "mark", "martha",
    "martin", "martyn", "mary", "maryam", "mathew", "matilda", "matt", "matthew", "maud", "maureen",
    "maurice", "max", "maxine", "meera", "megan", "meinir", "mel", "melanie", "melissa", "menna",
    "mercy", "mia", "michael", "michelle", "miguel", "mike", "millie", "milly", "mina", "miranda",
    "mitch", "mohamed", "mohammad", "mohammed", "mohan", "moira", "molly", "mona", "monica",
    "monique", "morag", "muhammad", "mumtaz", "muriel", "myfanwy", "myra", "nabila", "nadeem",
    "nadia", "nadine", "nancy", "naomi", "nasir", "nasreen", "natalia", "natalie", "natasha",
    "nathan", "naveed", "neal", "neha", "neil", "nell", "nellie", "nerys", "ngozi", "nia", "niall",
    "niamh", "nicholas", "nick", "nicki", "nicky", "nicola", "nicole", "nigel", "nikhil", "nikki",
    "nina", "nisha", "noah", "noel", "nora", "norma", "norman", "obinna", "oisin", "olga", "olive",
    "oliver", "olivia", "ollie", "olu", "oluwaseun", "olwen", "omar", "orla", "oscar", "osian",
    "osman", "owen", "padma", "padraig", "pam", "pamela", "parveen", "pat", "patricia", "patrick",
    "patsy", "paul", "paula", "paulette", "pauline", "pawel", "pearl", "peggy", "penelope", "penny",
    "pete", "peter", "petra", "phil", "philip", "philippa", "phillip", "phoebe", "phyllis", "piers",
    "piotr", "pippa", "polly", "pooja", "poppy", "pradeep", "prakash", "prem", "priya", "rachael",
    "rachel", "rafael", "rahul", "raj", "rajesh", "rajiv", "rakesh", "ralph", "ramesh", "ramona",
    "rani", "rashid", "ravi", "ray", "raymond", "razia", "rebecca", "reg", "rekha", "rhian",
    "rhiann", "rhiannon", "rhoda", "rhodri", "rhona", "rhys", "riaz", "richard", "ricky", "rita",
    "rob", "robbie", "robert", "roberta", "robin", "rochelle", "rod", "roderick", "roger", "rohan",
    "rohit", "roisin", "roland", "ron", "ronald", "ronnie", "rory", "rosa", "rosalind", "rosanna",
    "rose", "rosemary", "rosie", "ross", "roxanne", "roy", "ruby", "rukhsana", "rupa", "rupert",
    "russell", "ruth", "ryan", "sabrina", "sadia", "sadie", "saeed", "saima", "saira", "sajid",
    "salim", "sally", "salma", "sam", "samantha", "sameer", "samina", "samir", "samuel", "sana",
    "sandeep", "sandra", "sandy", "sangeeta", "sanjay", "sanjeev", "saoirse", "sara", "sarah",
    "sarita", "sasha", "satish", "saul", "scott", "sean", "seb", "sebastian", "seema", "segun",
    "selina", "seren", "serena", "shabana", "shahid", "shamim", "shane", "sharon", "shaun",
    "shauna", "shazia", "sheila", "shelagh", "shelley", "shilpa", "shirley", "shona", "shreya",
    "sian", "simon", "simone", "simran", "sinead", "siobhan", "sioned", "si\xC3\xA2n", "sneha",
    "sofia", "sofie", "sonia", "sonya", "sophia", "sophie", "sophy", "soraya", "stacey", "stan",
    "stef", "stefan", "stella", "steph", "stephanie", "stephen", "steve", "steven", "stewart",
    "stuart", "sue", "sukhdeep", "sukhi", "sunil", "sunita", "suresh", "surinder", "susan",
    "susanna", "susannah", "sushila", "suzanne", "suzie", "swati", "sybil", "syed", "sylvia",
    "tahir", "tamara", "tania", "tanvir", "tanya", "tara", "tariq", "tasha", "ted", "tegan",
    "temitope", "terence", "teresa", "terry", "tess", "tessa", "thelma", "theo", "theresa",
    "thomas", "tilly", "tim", "timothy", "tina", "toby", "tom", "tomasz", "tommy", "tomos", "tony",
    "tracey", "tracy", "trevor", "trish", "tristan", "trudy", "tunde", "uma", "una", "ursula",
    "usha", "usman", "uzma", "valerie", "vanessa", "vera", "verity", "veronica", "vicki", "vicky",
    "victor", "victoria", "vijay", "vikas", "vikram", "vince", "vincent", "vinod", "viola",
    "violet", "viv", "vivian", "vivien", "vivienne", "walter", "wanda", "warren", "waseem", "wasim",
    "wayne", "wendy", "will", "william", "wilma", "winifred", "winston", "xavier", "yasin",
    "yasmeen", "yasmin", "yolanda", "yolande", "yusuf", "yvette", "yvonne", "zac", "zahid", "zahra",
    "zainab", "zara", "zeinab", "zoe", "zoya", "zo\xC3\xAB", "zubair"});
// clang-format on

static_assert(std::ranges::is_sorted(k_post_words) && std::ranges::is_sorted(k_body_words) &&
              std::ranges::is_sorted(k_body_heads) && std::ranges::is_sorted(k_honours) &&
              std::ranges::is_sorted(k_forenames));

/// A sorted table with the place where each first letter begins: half of the steps of a search by
/// halves are the same for all words.
template <std::size_t count>
class WordTable {
  public:
    constexpr explicit WordTable(const std::array<std::string_view, count>& words) : words_(words) {
        for (const std::string_view word : words) {
            for (std::size_t i = letter_of(word[0]) + 1; i < begins_.size(); ++i) ++begins_[i];
        }
    }

    [[nodiscard]] bool contains(std::string_view word) const {
        if (word.empty()) return false;
        const std::size_t letter = letter_of(word[0]);
        return std::binary_search(words_.begin() + begins_[letter],
                                  words_.begin() + begins_[letter + 1], word);
    }

  private:
    /// What is no letter counts as the one before 'a', as it is sorted.
    static constexpr std::size_t letter_of(char c) {
        return c >= 'a' && c <= 'z' ? static_cast<std::size_t>(c - 'a') + 1 : 0;
    }

    std::array<std::string_view, count> words_;
    std::array<std::ptrdiff_t, 28> begins_{};
};

constexpr WordTable k_posts(k_post_words);
constexpr WordTable k_bodies(k_body_words);
constexpr WordTable k_heads_of_bodies(k_body_heads);
constexpr WordTable k_letters_behind_names(k_honours);
constexpr WordTable k_first_names(k_forenames);

constexpr std::size_t k_alphabet = 26;
using TitlesByLetter = std::array<std::vector<PersonalTitle>, k_alphabet>;

/// Each text is asked for a title several times.
TitlesByLetter titles_by_letter() {
    TitlesByLetter titles;
    for (const PersonalTitle& title : all_titles()) {
        titles[static_cast<std::size_t>(to_lower(title.printed[0]) - 'a')].push_back(title);
    }
    return titles;
}

}  // namespace

std::optional<OpeningTitle> opening_title(std::string_view text) {
    if (text.empty() || !is_letter(text[0])) return std::nullopt;
    static const TitlesByLetter titles = titles_by_letter();
    for (const PersonalTitle& title : titles[static_cast<std::size_t>(to_lower(text[0]) - 'a')]) {
        if (!starts_with_ignoring_case(text, title.printed)) continue;
        std::string_view rest = text.substr(title.printed.size());
        if (rest.starts_with('.')) rest.remove_prefix(1);
        if (rest.empty() || !is_space(rest[0])) continue;
        return OpeningTitle{title.title, text.size() - rest.size(), title.printed != title.title};
    }
    return std::nullopt;
}

bool is_post_word(std::string_view word) {
    return k_posts.contains(word);
}

bool is_body_word(std::string_view word) {
    return k_bodies.contains(word) || is_body_head(word);
}

bool is_body_head(std::string_view word) {
    return k_heads_of_bodies.contains(word);
}

bool is_honour(std::string_view word) {
    return k_letters_behind_names.contains(word);
}

bool is_forename(std::string_view word) {
    return k_first_names.contains(word);
}

}  // namespace tidytracker
