package dev.logmill.jobs.simulate;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;

/** The invented users: who they are, what they like, how strict they are. */
final class People {
    /** Stands in a task for the way to reach the user. */
    static final String CONTACT = "@@CONTACT@@";

    private static final List<String> FIRST = List.of(
            "Ada", "Ben", "Cleo", "Dan", "Edith", "Farid", "Gwen", "Hugo", "Iris", "Jonas", "Kira", "Liam", "Mona",
            "Nils");
    private static final List<String> LAST = List.of(
            "Abbott",
            "Brandt",
            "Castillo",
            "Duarte",
            "Eklund",
            "Fischer",
            "Grant",
            "Holm",
            "Ivanov",
            "Jensen",
            "Kowal");

    private static final double SLOPE = 0.8;

    private final String seed;
    private final int count;
    private final double[] upTo;

    People(long seed, int count) {
        this.seed = Long.toString(seed);
        this.count = count;
        this.upTo = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            // Zipf: the user at rank r comes back in proportion to a power of 1/r.
            sum += Math.pow(i + 1.0, -SLOPE);
            upTo[i] = sum;
        }
    }

    /**
     * A user.
     *
     * @param favourite the agent asked most
     * @param leniency added to the chance of a good answer by how plainly the user asks
     * @param rates how often the user rates, per content answer
     * @param generosity how often the user calls a wrong answer good
     */
    record Person(
            String id,
            String mail,
            String phone,
            String card,
            String iban,
            String ip,
            SimulatedAgent favourite,
            double leniency,
            double rates,
            double generosity) {
        /** What must not be seen of this user. */
        List<Asked.Identity> identities() {
            return List.of(
                    new Asked.Identity("EMAIL", mail),
                    new Asked.Identity("PHONE", phone),
                    new Asked.Identity("CARD", card),
                    new Asked.Identity("IBAN", iban),
                    new Asked.Identity("IP", ip));
        }
    }

    Person any(Dice dice) {
        double at = dice.unit() * upTo[count - 1];
        int low = 0;
        int high = count - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (upTo[middle] < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return person(low);
    }

    private Person person(int rank) {
        Dice dice = Dice.of("person", seed, Integer.toString(rank));
        String mail = "%s.%s%d@example.com"
                .formatted(dice.of(FIRST), dice.of(LAST), rank)
                .toLowerCase(Locale.ROOT);
        return new Person(
                "user-" + (1000 + rank),
                mail,
                "+1 202 555 01%02d".formatted(dice.between(0, 99)),
                card(dice),
                iban(dice),
                "203.0.113." + dice.between(1, 254),
                dice.of(List.of(SimulatedAgent.values())),
                0.1 * (dice.unit() - 0.5),
                dice.chance(0.2) ? 0.018 : 0.006,
                0.25 * dice.unit());
    }

    /** A test number of a card scheme, valid by Luhn's check. */
    static String card(Dice dice) {
        StringBuilder number = new StringBuilder("411111");
        while (number.length() < 15) {
            number.append(dice.between(0, 9));
        }
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            int digit = number.charAt(i) - '0';
            int weighed = i % 2 == 0 ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return number.append((10 - sum % 10) % 10).toString();
    }

    static String iban(Dice dice) {
        StringBuilder account = new StringBuilder();
        while (account.length() < 18) {
            account.append(dice.between(0, 9));
        }
        // ISO 13616: the country as 13 (D), 14 (E), check digits from the rest modulo 97.
        int rest =
                new BigInteger(account + "131400").mod(BigInteger.valueOf(97)).intValue();
        return "DE%02d%s".formatted(98 - rest, account);
    }
}
