package dev.logmill.curation.privacy.detect;

import java.util.Set;

/**
 * Programs, services, models and hardware that are known by one word, so that they are nobody though they are spoken to or do something:
 * "Tell Jenkins to retry", "Created by Zapier", "Driver: Nvidia Quadro".
 */
final class SoftwareName {
    private static final int LONGEST = 16;
    private static final int REACH = 48;

    private static final Set<String> KNOWN = Phrases.of(
            // Stores, queues and what runs and watches them.
            "redis|valkey|kubernetes|docker|podman|postgres|postgresql|mysql|mariadb|mongodb|mongo|sqlite|duckdb|clickhouse|dynamodb"
                    + "|bigquery|redshift|snowflake|databricks|airflow|dagster|hadoop|flink|memcached|elasticsearch|opensearch|logstash|kibana"
                    + "|rabbitmq|nats|nginx|haproxy|traefik|istio|envoy|etcd|zookeeper|prometheus|grafana|datadog|splunk|pagerduty|opsgenie"
                    + "|nagios|zabbix|terraform|ansible|argocd|pulumi|minio|supabase|firebase|keycloak|okta|auth0|pinecone|qdrant|weaviate"
                    + "|chromadb|neo4j|cockroachdb|planetscale"
                    // Where teams work.
                    + "|github|gitlab|bitbucket|circleci|dependabot|renovate|sonarqube|artifactory|jira|confluence|trello|asana|figma|miro"
                    + "|slack|zoom|webex|skype|discord|whatsapp|telegram|zendesk|freshdesk|salesforce|hubspot|intercom|twilio|sendgrid"
                    + "|mailchimp|shopify|airtable|quickbooks|docusign|calendly|typeform|zapier|ifttt|n8n|vercel|netlify|heroku|cloudflare"
                    + "|paypal|netsuite|workday|servicenow|sharepoint|onedrive|dropbox|outlook|powerpoint|onenote|evernote|wordpress|drupal"
                    + "|joomla|magento|woocommerce"
                    // What code is written with.
                    + "|codex|copilot|cursor|chatgpt|openai|anthropic|ollama|langchain|langgraph|langfuse|langsmith|llamaindex|perplexity"
                    + "|huggingface|pytorch|tensorflow|numpy|pandas|scipy|jupyter|pytest|selenium|webpack|eslint|rollup|vite|gunicorn|uvicorn"
                    + "|fastapi|laravel|symfony|nodejs|kotlin|typescript|javascript|graphql|grpc|kubectl|homebrew|vscode|xcode|intellij|pycharm"
                    // Programs and machines that people use.
                    + "|firefox|chromium|thunderbird|vivaldi|photoshop|blender|gimp|ubuntu|debian|fedora|centos|macos|ios|android"
                    + "|nvidia|geforce|quadro|radeon|ryzen|xeon|thinkpad|macbook|ipad|iphone|chromebook|kindle|playstation|xbox|nintendo"
                    + "|logitech|lenovo|samsung|huawei|xiaomi|toshiba|panasonic");

    /** Those that are surnames too, where a build or a queue is told of. */
    private static final Set<String> SURNAMES = Set.of("jenkins", "kafka", "hashicorp", "argo", "nomad", "spinnaker");

    private static final Set<String> OF_BUILDS = Phrases.of(
            "retry|rerun|build|builds|pipeline|pipelines|topic|topics|broker|brokers|consumer|consumers|connect|connector|cd|ci|deploy|deploys"
                    + "|deployment|job|jobs|server|cluster|queue|streams|workflows|restart|sync|artifact|artifacts|stage|webhook");

    private SoftwareName() {}

    /** Whether the name that stands between two indices of a text is one, or begins as one with its model behind. */
    static boolean is(String text, int start, int end) {
        int first = start;
        while (first < end && first - start <= LONGEST && Letters.isWord(text.charAt(first))) {
            first++;
        }
        if (first - start > LONGEST || first == start) {
            return false;
        }
        String word = Folded.of(text.substring(start, first));
        // Django Reinhardt: some are given names, which a surname may follow.
        boolean alone = first == end || !Lexicon.is(word, Lexicon.GIVEN);
        return alone && (KNOWN.contains(word) || (SURNAMES.contains(word) && isOfBuilds(text, start)));
    }

    /** Whether the name itself or what stands right behind tells of a build. */
    private static boolean isOfBuilds(String text, int start) {
        String near = Folded.of(text.substring(start, Letters.lineEnd(text, start, REACH)));
        int word = 0;
        for (int i = 0; i <= near.length(); i++) {
            if (i == near.length() || !Letters.isWord(near.charAt(i))) {
                if (OF_BUILDS.contains(near.substring(word, i))) {
                    return true;
                }
                word = i + 1;
            }
        }
        return false;
    }
}
