package dev.logmill.curation.privacy.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a text may be about, told by parts of words that one pass finds; a detector that needs words looks only there. */
enum Topic {
    /** Ids that are told by what they are called. */
    CALLED_ID(
            "^bar n|^licen|^sin$|hrerschein|^conduire$|^conducir$|^patente$|^rijbewijs$|^prawo$|rkort$|^document n|^document_n|^documentn|^doc n|^doc_n|^docn|^travel document|^passport|reisepass|passnummer"
                    + "|^passeport|^pasaporte|^passaport|^paspoort|^paszport|^national$|^identity$|^card$|^voter$|^permit$|^visa$"
                    + "|^insurance$|^ssn$|^social$|^mrn$|^medical$|^patient$|^policy$|^account$|^acct$|^acc$|^acc no$|^acc number$|^conta$|^konto|^kto|^compte$|^cuenta$"
                    + "|^conto$|^rekening|^bankgiro$|^routing$|^aba$|^rtn$|^transit$|^sort$|^sortcode$|^sort-code$|^bsb$"
                    + "|^bankleitzahl$|^blz$|^ifsc|^a/c n|^a c n|^plate$|^plates$|^registration$|^kennzeichen$|^nummernschild$"
                    + "|^plaque$|immatric|^matr|^targa$|^kenteken$|^tablica$|^placa$|ausweis|^dl$|^dlno$|^vehicle$|^rejestrac"
                    + "|^registrering|^rendsz|^spz$|^car reg$|^vin$|^chassis$|^ch\u00e2ssis$|^fahrgestell|^bastidor$|^imei|^meid$"
                    + "|^kreditkart|^kartennummer$|^creditcard$|^cardnumber$|^cardno$|^carte$|^carta$|^tarjeta$|^cvv$|^cvc$|^security$|^verification$|ziffer$|pr\u00fcfnummer$|^sicherheitscode$|^cryptogramme$|^on the back$|seguridad$|sicurezza$|seguran\u00e7a$|^veiligheidscode$|curit\u00e9$|^verificaci\u00f3n$|^pin$|^otp$|^passcode$|^one time$|^one-time$|^your code$|^ihr code$|^votre code$|^su c\u00f3digo$|^tu c\u00f3digo$|^tuo codice$"
                    + "|^authentication$|fa code|^mfa|^totp|^sms code|^garage|^door code|^gate code|^keypad|^lockbox|^lock code|^safe code|^alarm code|^alarm pin|^entry code|^unlock code|^cid$|^ach$|^checking$|^savings$|^login code$|^member|^employee$|^emp id$|^emp no|^emp. no|^staff$|^personnel$"
                    + "|^personalnummer$|^student$|^pupil$|^trainee$|^apprentice$|^mitarbeiter|^roll no|^roll number$|^matric no|^enrol|^loyalty$|^flyer$|^badge$|^certificate$|^npi$|^dea$|^gmc$|^beneficiary$|^health$"
                    + "|^hospital n|^med rec|^medicaid$|^hicn$|^subscriber$|^chart$|^taxpayer$|^identification$|dula$|identit"
                    + "|^documento$|^nino$|^ni number$|^nric|^ic n|^my id$|^his id$|^her id$|^claim|^personal id$|^citizen id$"
                    + "|^versichert|^vers.-nr|^vers.nr|^vers nr|^krankenversich|^krankenkasse|^kvnr|^kv-nummer|^kv nummer|^clabe$|^ccc$|^emirates$|^cnic|^nicop$|^iccid$|^sim number$"
                    + "|^sim card number$|^imsi$|^nss$|^naf$|^siret$|^siren$|^pan$|^n\u00b0 client$|^n client$|^kennz$|^idfa$|^idfv$|^gaid$|^aaid$|^udid$"
                    + "|^device id$|^device_id$|^device-id$|^deviceid$|^advertising id$|^advertising_id$|^advertisingid$|^android id$|^android_id$|^androidid$"
                    + "|^government id$|^loan$|^customer n|^customer i|^customern|^customeri|^cust no|^cust. no|^cust id|^kunden|^vertrags|de cliente$|de client$|do cliente$|dabonn\u00e9$|^klantn|^klant n|^kundn|^kundenummer|klienta$|^codice cliente$|^asiakasnumero$|di cliente$|^alien|^uscis|^chi$|^upn$|eleitor$|^insured under$|^p\u00f3liza$|^poliza$|^polizza$|^polis|^ap\u00f3lice$|^police n|de police$|de contrat$|^f\u00f6rs\u00e4kringsn|^siniestro$|^sinistr|^versicherungssch|^schadenn|^schadensn|^schadenu|^cnpj$|^nif$"
                    + "|^client n|^client i|^clienti|ro client$|^group id$|^vat$|^ust-id|^ustid|^ust id|^umsatz|^tva$|^btw|^moms"
                    + "|^p.iva|^piva$|^partita$|^iva$|^cif$|^gst|^abn$|^rfc$|^steuer|^st.-nr|^st. nr|^st.nr|^st nr|^st-nr|^stnr|^tax id|^tax_id|^taxid|tributaria$|^permanent account|^finanzamt|^uid$|^svnr|^sozialversich"
                    + "|versicherungsn|^backup code|^backup-code|^backup_code|^recovery code|^recovery-code|^recovery_code|^recovery key|^emergency code|^scratch code"
                    + "|^ersatzcode|^wiederherstellungscode|de secours$|identidad$|^nº$|^pass-nr|^pass nr|^pass_nr|^pass nummer|^device identifier|^device_identifier|^device serial|^vrm$|^reg$|^nuss$|^a/c |^a/c:|^a/n |^a/n:|^s/c |^s/c:|^c.f.|^cf$|^cod. fisc|^kd-nr|^kd.-nr|^kd nr|^kd. nr|^sv-n|^sv n|^rv-n|^rv n|adh\u00e9rent$|^a-number$|^a number$|^targat|^tag n|^registered$|^car n|^car$|^nummerplaat$|^registratie|^mrns$|^vins$|^pins$|^otps$|^passcodes$|^accounts$|^accts$|^ssns$|^npis$|^cvvs$|^iccids$|"
                    + LabelledId.parts()),
    /** Ids of states by their names, which count whatever their check digits. */
    NATIONAL_ID(NationalId.allNames().stream()
            .filter(name -> name.chars().allMatch(c -> c < 0x100))
            .map(name -> "^" + name + "$")
            .sorted()
            .collect(Collectors.joining("|"))),
    /** How codes of one use are sent to phones. */
    SMS("^sms|by text|per text|text message|textnachricht|texto$|mensaje de texto|mensagem de texto"),
    /** Addresses of network devices. */
    MAC("^mac$|^macs$|macaddr$|macaddress$|hwaddr$|^bssid$|hardware address$|physical address$|^ether$"),
    /** Somebody's birth. */
    BIRTH(
            "^born$|^birth|^dob$|^dobs$|^dates of birth$|^d.o.b|^bod$|^d/o/b|^bday$|^geb|^le$|^naiss|^n\u00e9|^naci|^nac\u00ed|^nac.|^nac:|^nato$|^nata$|^nasc"
                    + "|^urodz|^ur.|^f\u00f6d|^f\u00f8d|^syntym|^syntynyt$|(b. |^b. |(f, |(m, |(w, |(x, |(k, |(v, |male, |woman, |man, |weiblich, |nnlich, |femme, |homme, |mujer, |hombre, |donna, |uomo, |vrouw, "
                    + "|^cumplea|^anivers|^annivers|danniversaire$|^complean|^verjaardag|^bursdag|um tarihi|um g\u00fcn|^naroz|^narod|^sz\u00fclet"
                    + "|^data na|scut la$|lahir$|y sinh$|^sinh |^datum r"),
    /** Somebody's age. */
    AGE(
            "^age|^year|^yrs$|^yo$|^y/o$|^y.o|^alter$|^edad$|^idade$|^turned$|^turning$|^turns$|^ans$|^anni$|^anos$|^a\u00f1os$|^jahre$"
                    + "|^tengo$|^\u00e2g|^et\u00e0$|^leeftijd|^wiek|^jaar|\u00e5r|^lat$|^lata$|j\u00e4hrig|^jarig|^letni|^turn$|^months old|^month old|^month-old|^i'm |^im |^i am |^he is |^he's "
                    + "|she is |she's |\u00e5lder|^alder$|^ik\u00e4|^vuotta"),
    /** SQL that puts rows into a table, and the key that a database says is there already. */
    INSERT("^insert into |^copy |^key ("),
    /** Columns of tables that people are told by; {@link TableHeader} says what they are. */
    COLUMN(
            "name$|fname$|lname$|^dob$|birth$|birthdate$|birthday$|phone$|mobile$|telephone$|^ssn$|passport|^account_n|^account n|^accountn"
                    + "|^sort_code$|^sort code$|^sortcode$|^patient_id$|^patient id$|^patientid$|^member_id$|^member id$|^memberid$|^password$|^login$"
                    + "|^iban$|^zip$|^postcode$|^address$|<th>|<th "
                    // Who stands in such a column.
                    + "|^customer$|^client$|^employee$|^assignee$|^reporter$|^approver$|^requester$|^applicant$|^candidate$|^owner$|^manager$"
                    + "|^patient$|^guest$|^passenger$|^tenant$|^student$|^reviewer$|^supervisor$"),
    /** Fields of markup, of rows of two cells and of commands; {@link FieldDetector} looks what they hold. */
    FIELD(
            "name$|name1$|name2$|^given$|^family$|^street$|streetaddress$|addressline1$|address1$|^line1$|^nom$|^prenom$|^pr\u00e9nom$|^apellido|^cognome$|naam$"
                    + "|^nazwisko$|^imi\u0119$|^imie$|^passenger$|^patient$"),
    /** What people are known by on the net, and banks: words that need no digit, told by what they are called. */
    CALLED_WORD(
            LogLogin.MONTHS + "|" + LogLogin.UID
                    + "|username|benutzername|d'utilisateur|d_utilisateur|nom_utilisateur|nome utente|nome_utente|nombre de usuario|gebruikersnaam"
                    + "|nazwa u\u017cytkownika|anv\u00e4ndarnamn|nome de usu\u00e1rio|nome de utilizador|brugernavn|brukernavn"
                    + "|usuario|usu\u00e1rio|identifiant|utilisateur|benutzer|gebruiker|utente|user name|user_name|userid|user id|user_id|user-id|login|screen name|screen_name|screenname|nickname|user"
                    + " |user:|user=|<user>|usr=|usr:|usr |uname=|uname:|uname |nick:|created by |updated by |assigned to |owned by |committed by |merged by |opened by |posted by "
                    + "|uploaded by |submitted by |requested by |approved by |reviewed by |author:|author=|assignee:|account |todo(|fixme("
                    + "|logged in as |logged on as |signed in as |log in as |login as |login failed for |failed login for "
                    + "|authentication failed for |failed password for |accepted publickey for |accepted password for |invalid user "
                    + "|opened for user |closed for user |login attempt by |login attempt for |login by | : tty=|account of "
                    + "|handle|on snap|my snap|insta|twitter|tiktok|snapchat|telegram|skype|discord|twitch|gamertag|gamer tag|battletag|steam id|steamid"
                    + "|^ig$|^snap$|^steam$|^github$|^gitlab$|psn|venmo|cashapp|cash app|cashtag|paypal|mastodon|bluesky|wechat|^swift|^bic$"),
    /** What the forms of {@link ShellLogin} have. */
    SHELL("rw-|rwx|r--|r-x|:~|$ |# | % |whoami|logname=|user=|uid=| pid |> | pts/| tty|:$6|:$5|:$y|:$2"),
    /** Commands that take a login; {@link CommandLogin} says where. */
    COMMAND_LOGIN(
            "^ssh |^scp |^sftp |^rsync |^chown |^sudo |^su - |^useradd |^adduser |^usermod |^userdel |^passwd |crontab -u |runuser -u "
                    + "|^mysql|^mariadb|^psql |^pg_|^createdb |^mongo|^sqlcmd |^bcp |^curl |^wget |^smbclient |docker login |podman login |helm registry login |cf login |oc login |az login "
                    + "|^create user |^alter user |^drop user |^create role |^create login |^alter login |^set password for "
                    + "|auth=(|basicauth(|networkcredential(|.login(|from-literal=user|^svn |gpasswd -a |gpasswd -d |^chage -l |^pkill -u |^killall -u |/user:|^login as |^log in as |^sign in as |credentials: |^creds: |^u: |^usr: "),
    /** Pages of people on networks: what stands before their names. */
    NETWORK(
            "linkedin.com/in/|paypal.me/|ko-fi.com/|buymeacoffee.com/|instagram.com/|facebook.com/|twitter.com/|x.com/|tiktok.com/@|t.me/|threads.net/@|snapchat.com/add/"
                    + "|reddit.com/u/|reddit.com/user/|twitch.tv/|medium.com/@|youtube.com/@|bsky.app/profile/|mastodon.social/@"
                    + "|github.com/|gitlab.com/|bitbucket.org/|hub.docker.com/u/|u/"),
    /** Paths of programs that a person's own page or records lie below. */
    PERSON_PATH("/users/|/user/|/members/|/customers/|/employees/|/patients/|/profiles/|/accounts/"),
    /** Documents, pictures and recordings, by how the names of such files end. */
    FILE(
            ".pdf$|.doc$|.docx$|.odt$|.rtf$|.pages$|.xls$|.xlsx$|.ods$|.csv$|.ppt$|.pptx$|.txt$|.eml$|.msg$|.vcf$|.ics$|.png$|.jpg$|.jpeg$|.gif$"
                    + "|.heic$|.tif$|.tiff$|.webp$|.mp3$|.mp4$|.m4a$|.wav$|.mov$|.avi$|.zip$|.7z$|.rar$"),
    /** What devices are called, beside the names of those who have them. */
    DEVICE_NAME(
            "iphone|ipad|macbook|imac|-pc$|-laptop|laptop-|desktop-|-galaxy|-airpods|-mbp|-mac$|-watch$|-phone$|-pixel"),
    /** Mail addresses that are written so that programs do not see them. */
    SPELLED_MAIL(" dot |(dot)|[dot]|{dot}|(at)|[at]|{at}| @ "),
    /** Payment cards, near which a month and a year are theirs. */
    CARD("^card$|^cards$|^visa$|^mastercard|^amex|^american express|^maestro$|karte$|^girocard|^carte$|^tarjeta|^carta$"
            + "|kaart$|^creditcard|^karta$|^karty$|^cart\u00e3o$|^kort$|^cvv|^cvc"),
    /** Until when something is valid. */
    EXPIRY("^exp$|^exp.|^expir|^thru$|^through$|^valid|^g\u00fcltig|^ablauf|^verfall|^caduc|^venc|^scad|^verval|^geldig"
            + "|^verloopt|^v\u00e1lid|^giltig|^wa"),
    /** What stands before the last digits of a number. */
    LAST_DIGITS(
            "^last four|^last 4|^last4|^final four|^final 4|letzten vier|letzten 4|letzte vier|letzte 4|quatre derniers|4 derniers"
                    + "|derniers chiffres|ltimos cuatro|ltimos 4|ltimos quatro|ltimos d\u00edgitos|ultime quattro|ultime 4"
                    + "|laatste vier|laatste 4|ostatnie cztery|ostatnie 4"),
    /** How a number ends. */
    ENDING("^ending$|^ends in|^ends with|^endet auf|^endend|^endziffern|terminant|^se termine|^termina|^finisce|^eindig"
            + "|^com final|^final$|^slutar|^ko"),
    /** Passwords, keys and tokens; the words are those of {@link SecretWords}, in its order. */
    SECRET(String.join("|", SecretWords.all()));

    /** The place among the parts of {@link #NETWORK} of "u/", which users of Reddit write before a name. */
    static final int OF_REDDIT = NETWORK.parts.indexOf("u/");

    private final List<String> marked;
    private final List<String> parts;

    Topic(String marked) {
        this.marked = List.of(marked.split("\\|", -1));
        this.parts = this.marked.stream().map(Keywords::plain).toList();
    }

    /** The parts of words that tell it, in small letters. */
    List<String> parts() {
        return parts;
    }

    /** The parts of all topics, one topic after the other, marked as {@link Keywords} understand them. */
    static List<String> allParts() {
        List<String> all = new ArrayList<>();
        for (Topic topic : values()) {
            all.addAll(topic.marked);
        }
        return all;
    }

    /** The topics of {@link #allParts}, one a part. */
    static Topic[] ofParts() {
        List<Topic> topics = new ArrayList<>();
        for (Topic topic : values()) {
            topic.marked.forEach(part -> topics.add(topic));
        }
        return topics.toArray(Topic[]::new);
    }
}
