package dev.logmill.jobs;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How the house is built, for all modules. */
class ArchitectureTest {
    private static JavaClasses house;

    @BeforeAll
    static void read() {
        house = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.logmill");
    }

    @Test
    void everyModuleIsLookedAt() {
        Set<String> modules = new TreeSet<>();
        house.forEach(type -> modules.add(type.getPackageName().split("\\.", -1)[2]));
        assertThat(modules).containsExactly("curation", "eval", "export", "jobs", "orchestration");
    }

    @Test
    void modulesKnowOnlyThoseBelowThem() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("curation")
                .definedBy("dev.logmill.curation..")
                .layer("eval-harness")
                .definedBy("dev.logmill.eval..")
                .layer("fine-tune-export")
                .definedBy("dev.logmill.export..")
                .layer("orchestration")
                .definedBy("dev.logmill.orchestration..")
                .layer("jobs")
                .definedBy("dev.logmill.jobs..")
                .whereLayer("jobs")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("eval-harness")
                .mayOnlyBeAccessedByLayers("jobs")
                .whereLayer("fine-tune-export")
                .mayOnlyBeAccessedByLayers("jobs")
                .whereLayer("orchestration")
                .mayOnlyBeAccessedByLayers("jobs")
                .whereLayer("curation")
                .mayOnlyBeAccessedByLayers("eval-harness", "fine-tune-export", "jobs")
                .check(house);
    }

    /** Each package is a slice of its own, so one that knows its child must not be known by it. */
    @Test
    void packagesHaveNoCycles() {
        slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        return SliceIdentifier.of(type.getPackageName());
                    }

                    @Override
                    public String getDescription() {
                        return "packages";
                    }
                })
                .should()
                .beFreeOfCycles()
                .check(house);
    }

    @Test
    void sparkStaysAtTheRim() {
        noClasses()
                .that(not(resideInAnyPackage(
                        "dev.logmill.curation.spark..",
                        "dev.logmill.jobs.line..",
                        "dev.logmill.jobs.erase..",
                        "dev.logmill.jobs.bench..")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.spark..", "scala..")
                .check(house);
    }

    /** Jobs bring rows to those who decide; these know nothing of where the rows came from. */
    @Test
    void whoDecidesKnowsNothingOfSpark() {
        Set<String> deciders = Set.of(
                "Choice",
                "ChosenPreferences",
                "Done",
                "HashSet64",
                "Ingested",
                "JobReport",
                "RecordCounts",
                "TraceKey");
        assertThat(house.stream()
                        .filter(type -> type.getPackageName().equals("dev.logmill.jobs.line"))
                        .map(JavaClass::getSimpleName))
                .containsAll(deciders);
        noClasses()
                .that()
                .resideInAPackage("dev.logmill.jobs.line")
                .and(DescribedPredicate.describe("decide", type -> deciders.contains(type.getSimpleName())))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.spark..", "scala..")
                .check(house);
    }

    @Test
    void storageAndTablesAreReachedThroughTheLake() {
        noClasses()
                .that(not(resideInAnyPackage("dev.logmill.curation.lake..")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.delta..")
                .check(house);
        // The scan for planted identities trusts nothing: it reads whatever files there are.
        noClasses()
                .that(not(resideInAnyPackage(
                        "dev.logmill.curation.lake..",
                        "dev.logmill.curation.ingest.object..",
                        "dev.logmill.jobs.scan..")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.parquet..")
                .check(house);
    }

    @Test
    void noClassIsNamedForWhatItIsNot() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Misc|Common)$")
                .check(house);
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..utils..", "..helper..", "..helpers..", "..common..", "..misc..")
                .check(house);
    }

    @Test
    void everyPackageSaysThatNullIsMarked() {
        Set<String> unmarked = new TreeSet<>();
        house.forEach(type -> {
            if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                unmarked.add(type.getPackageName());
            }
        });
        assertThat(unmarked).isEmpty();
    }

    /**
     * {@code as-of} is the only clock. The ledger keeps when an object was read, Delta's log when it was written; and the
     * command line refuses a night that has not come.
     */
    @Test
    void nothingElseLooksAtAClock() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dev.logmill.jobs.line.IngestJob")
                .and()
                .doNotHaveFullyQualifiedName("dev.logmill.curation.lake.DeltaActions")
                .and()
                .doNotHaveFullyQualifiedName("dev.logmill.jobs.command.NightOption")
                // How long an endpoint asks to be left alone, it may write as a date.
                .and()
                .doNotHaveFullyQualifiedName("dev.logmill.eval.run.ChatClient")
                .should()
                .callMethodWhere(target(nameMatching("now|currentTimeMillis|system|systemUTC|systemDefaultZone"))
                        .and(target(owner(resideInAnyPackage("java.time..", "java.lang..", "java.util..")))))
                .check(house);
    }

    @Test
    void onlyCommandsSpeak() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.logmill.jobs.command..")
                .and()
                .doNotHaveFullyQualifiedName("dev.logmill.jobs.Main")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(house);
    }

    @Test
    void nothingIsMadeToBeExtended() {
        classes()
                .that()
                .areTopLevelClasses()
                .and()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .and()
                .areNotAssignableTo(Throwable.class)
                .and()
                .haveSimpleNameNotEndingWith("package-info")
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(house);
    }
}
