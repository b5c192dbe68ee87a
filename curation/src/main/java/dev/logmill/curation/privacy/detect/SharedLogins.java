package dev.logmill.curation.privacy.detect;

import java.util.Set;

/** Logins that name nobody: those of systems, images, services and examples, and pages below {@code /home/} of the web. */
final class SharedLogins {
    private static final Set<String> NAMES =
            Phrases.of("root|shared|public|guest|default|default user|defaultuser0|all users|default.migrated"
                    + "|nobody|nonroot|system|daemon|service-account|service_account|serviceaccount|admin|administrator|adminuser|superuser|operator|service"
                    + "|svc|user|users|usr|username|userid|myuser|myname|me|you|yourname|your-name|your_name"
                    + "|youruser|your-user|your_user|your-username|your_username|yourusername|name|login"
                    + "|somebody|someone|foo|bar|baz|example|demo|test|tester|testuser|test-user|temp|tmp|home"
                    + "|lost+found|ubuntu|debian|centos|fedora|alpine|arch|rocky|ec2-user|azureuser|opc|core"
                    + "|bitnami|pi|vagrant|docker|podman|linuxbrew|runner|runneradmin|containeradministrator"
                    + "|circleci|jenkins|travis|gitlab|gitlab-runner|github|actions|build|builder|buildkite"
                    + "|buildkite-agent|ci|deploy|deployer|dev|developer|devel|git|work|worker|workspace"
                    + "|workspaces|project|projects|repo|src|data|app|apps|appuser|node|nodejs|npm|vscode"
                    + "|codespace|gitpod|coder|code|container|host|sandbox|sbx_user|agent|agents|assistant|bot"
                    + "|claude|codex|openhands|swe-agent|computeruse|model|jovyan|jupyter|kaggle|colab|rstudio"
                    + "|conda|mambauser|python|ruby|java|perl|php|www|www-data|web|site|nginx|apache|http|ftp"
                    + "|sftp|postgres|mysql|mongodb|redis|oracle|elasticsearch|kafka|airflow|spark|hadoop|hdfs"
                    + "|hive|flink|presto|trino|steam|student|client|server|index|about|settings|dashboard"
                    + "|profile|overview|help|contact|search|docs|api|static|assets|images|img|css|js|main|page"
                    + "|pages|news");

    private static final Set<String> FILES = Phrases.of(
            "html|htm|php|aspx|jsp|js|jsx|ts|tsx|css|png|jpg|svg|ico|json|xml|txt|md|py|java|sh|yaml|yml|log|csv|vue|tar|gz|zip");

    private SharedLogins() {}

    /** Whether a login in small letters is shared. */
    static boolean has(String login) {
        return NAMES.contains(login);
    }

    /** Whether what looks like a login is rather the name of a file. */
    static boolean isFile(String name) {
        int dot = name.lastIndexOf('.');
        return dot >= 0 && FILES.contains(name.substring(dot + 1));
    }
}
