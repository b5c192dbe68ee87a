package dev.logmill.jobs.command;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.erase.Tombstones;
import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.night.Journal;
import dev.logmill.curation.night.Progress;
import dev.logmill.jobs.config.LogmillConfig;
import dev.logmill.jobs.erase.EraseJob;
import dev.logmill.jobs.erase.PurgeJob;
import dev.logmill.jobs.erase.WithdrawJob;
import dev.logmill.jobs.line.DatasetsJob;
import dev.logmill.jobs.line.Line;
import dev.logmill.jobs.line.ScoreJob;
import dev.logmill.jobs.line.SuitesJob;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Takes a person out of every table and of all that was published. What was published of the person is published anew without,
 * and the versions before lose their rows. Stopped half-way, it goes on where it was when it is run again.
 */
@Command(
        name = Line.ERASE,
        mixinStandardHelpOptions = true,
        description = "Take a person out of the lake and of what was published, for good.")
final class EraseCommand implements Callable<Integer> {
    private static final Pattern PERSON = Pattern.compile("u[0-9]+_[a-z2-7]{26}");

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @ArgGroup(exclusive = true, multiplicity = "1")
    private final AskedId asked = new AskedId();

    @Override
    public Integer call() {
        LogmillConfig config = common.config();
        Lake lake = CommonOptions.lake(config);
        String person = asked.of(lake, common);
        if (!PERSON.matcher(person).matches()) {
            throw new CommandFailure.Usage(
                    "erase takes a person: u1_ and 26 letters, as the tables have it, or --user and the id of the logs on standard input");
        }
        int code = NightRun.command(
                common,
                config,
                lastNight(lake),
                List.of(
                        new SettleJob(),
                        new EraseJob(person),
                        new ScoreJob(),
                        new SuitesJob(),
                        new DatasetsJob(),
                        new WithdrawJob(),
                        new PurgeJob(AllTables.LIST)));
        if (!Tombstones.ofRows(lake.rows(CurationTables.TOMBSTONES)).hasSubject(person)) {
            System.err.printf("logmill: No row of any table names %s: nobody was erased%n", person);
            return 1;
        }
        System.err.println(
                "logmill: Raw logs are not Logmill's to change: delete there what they hold of that person. From now on none of it is read.");
        return code;
    }

    /** What is published anew is of the last night: of a later one there are no logs yet. */
    private static LocalDate lastNight(Lake lake) {
        return new Journal(lake)
                .progress().values().stream()
                        .map(Progress::asOf)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(() ->
                                new CommandFailure.Usage("No night was run in the lake %s yet: there is nobody to erase"
                                        .formatted(lake.root())));
    }
}
