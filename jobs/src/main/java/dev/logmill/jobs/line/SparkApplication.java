package dev.logmill.jobs.line;

import dev.logmill.curation.spark.RecordRegistrator;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.serializer.KryoSerializer;

/** The one Spark application of a process: all jobs of a night share it, since its start costs more than most of them. */
public final class SparkApplication {
    private SparkApplication() {}

    /**
     * Starts Spark, or joins the one that runs. What spark-submit was told stands; settings of the configuration file
     * come second, and what is left open is local and quiet.
     */
    public static JavaSparkContext start(String name, Map<String, String> settings) {
        SparkConf conf = new SparkConf();
        settings.forEach(conf::setIfMissing);
        conf.setIfMissing("spark.master", "local[*]");
        conf.setIfMissing("spark.app.name", name);
        conf.setIfMissing("spark.ui.enabled", "false");
        conf.setIfMissing("spark.ui.showConsoleProgress", "false");
        conf.set("spark.serializer", KryoSerializer.class.getName());
        conf.set("spark.kryo.registrator", RecordRegistrator.class.getName());
        conf.setIfMissing("spark.kryoserializer.buffer.max", "1g");
        // Records are trees: no row refers to itself, and looking out for it costs a tenth of a shuffle.
        conf.setIfMissing("spark.kryo.referenceTracking", "false");
        if (conf.get("spark.master").startsWith("local")) {
            // A laptop's host name may not resolve; a local master needs no name but this.
            conf.setIfMissing("spark.driver.host", "127.0.0.1");
            conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
        }
        return JavaSparkContext.fromSparkContext(SparkContext.getOrCreate(conf));
    }
}
