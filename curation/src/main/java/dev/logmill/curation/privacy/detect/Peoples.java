package dev.logmill.curation.privacy.detect;

import java.util.Set;

/** Nationalities, ethnic groups, religions and political leanings, folded; as people are told by them. */
final class Peoples {
    private static final Set<String> NATIONS = Phrases.of(
            "afghan|albanian|algerian|american|andorran|angolan|argentine|argentinian|armenian|australian|austrian|azerbaijani"
                    + "|azeri|bahamian|bahraini|bangladeshi|barbadian|basque|belarusian|belgian|belizean|beninese|bhutanese"
                    + "|bolivian|bosnian|brazilian|british|bruneian|bulgarian|burmese|burundian|cambodian|cameroonian|canadian"
                    + "|catalan|chadian|chechen|chilean|chinese|colombian|congolese|costa rican|croat|croatian|cuban|cypriot"
                    + "|czech|dane|danish|dominican|dutch|ecuadorian|egyptian|emirati|english|eritrean|estonian|ethiopian"
                    + "|fijian|filipina|filipino|finn|finnish|french|frenchman|gabonese|gambian|georgian|german|ghanaian"
                    + "|greek|grenadian|guatemalan|guinean|guyanese|haitian|honduran|hungarian|icelandic|indian|indonesian"
                    + "|iranian|iraqi|irish|irishman|israeli|italian|ivorian|jamaican|japanese|jordanian|kazakh|kenyan|korean"
                    + "|kosovar|kurdish|kurd|kuwaiti|kyrgyz|laotian|latvian|lebanese|liberian|libyan|lithuanian|luxembourger"
                    + "|macedonian|malagasy|malawian|malaysian|malian|maltese|mauritanian|mauritian|mexican|moldovan|mongolian"
                    + "|montenegrin|moroccan|mozambican|namibian|nepalese|nepali|nicaraguan|nigerian|nigerien|norwegian|omani"
                    + "|pakistani|palestinian|panamanian|paraguayan|persian|peruvian|pole|polish|portuguese|puerto rican|qatari"
                    + "|romanian|russian|rwandan|salvadoran|samoan|saudi|scot|scottish|senegalese|serb|serbian|sicilian"
                    + "|singaporean|slovak|slovakian|slovene|slovenian|somali|spaniard|spanish|sri lankan|sudanese|surinamese"
                    + "|swazi|swede|swedish|swiss|syrian|taiwanese|tajik|tanzanian|thai|tibetan|togolese|trinidadian|tunisian"
                    + "|turk|turkish|turkmen|ugandan|ukrainian|uruguayan|uzbek|venezuelan|vietnamese|welsh|welshman|yemeni"
                    + "|zambian|zimbabwean|european|african|asian|hispanic|latino|latina|caucasian|arab|arabic|romani|roma|inuit"
                    + "|maori|aboriginal|berber|yoruba|igbo|hausa|zulu|tamil|punjabi|bengali|gujarati|pashtun|uyghur");

    /** Small letters are enough where somebody is told by one. */
    private static final Set<String> BELIEFS = Phrases.of(
            "christian|catholic|protestant|orthodox|muslim|islamic|sunni|shia|jewish|jew|hindu|buddhist|sikh|jain|taoist|mormon"
                    + "|baptist|methodist|lutheran|anglican|presbyterian|evangelical|pentecostal|quaker|amish|atheist|agnostic"
                    + "|scientologist|zoroastrian|bahai|pagan|wiccan|rastafarian|republican|democrat|democratic|conservative"
                    + "|liberal|libertarian|socialist|communist|marxist|anarchist|tory|labour|progressive|feminist|leftist"
                    + "|centrist|nationalist|monarchist|gay|lesbian|bisexual|transgender|queer|heterosexual|homosexual|straight");

    private Peoples() {}

    /** Whether a word tells where somebody comes from. */
    static boolean is(String folded) {
        return NATIONS.contains(folded);
    }

    /** Whether a word tells what somebody believes or whom they side with. */
    static boolean isBelief(String folded) {
        return BELIEFS.contains(folded);
    }

    static Set<String> beliefs() {
        return BELIEFS;
    }

    /** Those that are no part of a name. */
    static Set<String> nations() {
        return NATIONS;
    }
}
