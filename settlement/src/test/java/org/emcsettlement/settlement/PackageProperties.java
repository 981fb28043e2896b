package org.emcsettlement.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.settlement.contract.ResolvedContract;
import org.emcsettlement.settlement.packages.ConsolidatedStatement;
import org.emcsettlement.settlement.statement.Line;
import org.emcsettlement.settlement.statement.LineRole;
import org.emcsettlement.settlement.statement.Statement;
import org.emcsettlement.settlement.trail.TrailEvaluation;

/** Laws 1 to 9, 38 and 49 of settlement-methods section 8, on whole packages. */
class PackageProperties {

  private static final String IDS = "abcdef";

  /** Members for laws that do not look at what they measured. */
  private static final List<Checked<ResolvedContract>> MEMBERS = members();

  private static List<Checked<ResolvedContract>> members() {
    List<Checked<ResolvedContract>> members = new ArrayList<>();
    for (int i = 0; i < IDS.length(); i++) {
      members.add(
          MonthlyContract.ofJanuary(BigDecimal.valueOf(100 + i), BigDecimal.valueOf(50)).resolve());
    }
    return members;
  }

  @Provide
  Arbitrary<BigDecimal> totals() {
    return Arbitraries.oneOf(
        Arbitraries.bigDecimals()
            .between(BigDecimal.ZERO, new BigDecimal("999999999999.99"))
            .ofScale(2),
        Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.TEN).ofScale(2),
        Arbitraries.of("0.00", "0.01", "999999999999.99").map(BigDecimal::new));
  }

  @Provide
  Arbitrary<BigDecimal> weights() {
    return Arbitraries.oneOf(
        Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.valueOf(1000)).ofScale(9),
        Arbitraries.of("0", "1", "1", "2.5").map(BigDecimal::new));
  }

  private static String id(int i) {
    return IDS.substring(i, i + 1);
  }

  /** The parts of a joint cost by a declared table, members in the given order of the list. */
  private static Map<String, BigDecimal> allocate(
      BigDecimal total, List<BigDecimal> weights, List<Integer> order) {
    MonthlyPackage joint =
        new MonthlyPackage("NONE")
            .clauses(
                "{\"id\": \"cost\", \"kind\": \"joint-cost\", \"name\": \"x\", \"per\":"
                    + " \"STATEMENT\", \"amount\": \""
                    + total.toPlainString()
                    + "\"}")
            .allocations("{\"key\": {\"by\": \"TABLE\", \"table\": \"w\"}}");
    StringBuilder csv = new StringBuilder();
    for (int i : order) {
      joint.resolved(id(i), MEMBERS.get(i)).rank(id(i), i);
      csv.append("2025-01-01,%s,w,%s%n".formatted(id(i), weights.get(i).toPlainString()));
    }
    SettledPackage settled = joint.weights(csv.toString()).settle("2025-01");
    Map<String, BigDecimal> parts =
        new TreeMap<>(settled.consolidated().allocations().get(0).members());
    parts.forEach(
        (member, part) ->
            assertThat(own(settled, member).line("package.cost").orElseThrow().amount())
                .contains(part));
    return parts;
  }

  private static Map<String, BigDecimal> allocate(BigDecimal total, List<BigDecimal> weights) {
    return allocate(total, weights, upTo(weights.size()));
  }

  private static List<Integer> upTo(int size) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      order.add(i);
    }
    return order;
  }

  private static Statement own(SettledPackage settled, String member) {
    return Objects.requireNonNull(settled.members().get(member)).statement();
  }

  private static BigDecimal sum(Iterable<BigDecimal> amounts) {
    BigDecimal sum = BigDecimal.ZERO;
    for (BigDecimal amount : amounts) {
      sum = sum.add(amount);
    }
    return sum;
  }

  private static void assumeSome(List<BigDecimal> weights) {
    Assume.that(weights.stream().anyMatch(weight -> weight.signum() > 0));
  }

  /** Laws 1, 2, 3 and 7. */
  @Property(tries = 150)
  void partsAddUpAndLieAroundTheirQuotas(
      @ForAll("totals") BigDecimal total,
      @ForAll @Size(min = 1, max = 6) List<@From("weights") BigDecimal> weights) {
    assumeSome(weights);
    Map<String, BigDecimal> parts = allocate(total, weights);
    assertThat(sum(parts.values())).isEqualByComparingTo(total);
    BigInteger fen = total.movePointRight(2).toBigIntegerExact();
    BigInteger all = sum(weights).setScale(9).unscaledValue();
    for (int i = 0; i < weights.size(); i++) {
      BigInteger part = part(parts, i).movePointRight(2).toBigIntegerExact();
      BigInteger[] quota =
          fen.multiply(weights.get(i).setScale(9).unscaledValue()).divideAndRemainder(all);
      BigInteger ceiling = quota[1].signum() > 0 ? quota[0].add(BigInteger.ONE) : quota[0];
      assertThat(part).isBetween(quota[0], ceiling);
      if (weights.get(i).signum() == 0) {
        assertThat(part).isZero();
      }
      for (int j = 0; j < weights.size(); j++) {
        int order = weights.get(i).compareTo(weights.get(j));
        BigInteger other = part(parts, j).movePointRight(2).toBigIntegerExact();
        if (order > 0) {
          assertThat(part).isGreaterThanOrEqualTo(other);
        } else if (order == 0) {
          assertThat(part.subtract(other).abs()).isLessThanOrEqualTo(BigInteger.ONE);
        }
      }
    }
  }

  private static BigDecimal part(Map<String, BigDecimal> parts, int i) {
    return Objects.requireNonNull(parts.get(id(i)));
  }

  /** Laws 3 and 5. */
  @Property(tries = 60)
  void neitherAZeroWeightNorACommonFactorMatters(
      @ForAll("totals") BigDecimal total,
      @ForAll @Size(min = 1, max = 5) List<@From("weights") BigDecimal> weights,
      @ForAll("factors") BigDecimal factor) {
    assumeSome(weights);
    Map<String, BigDecimal> parts = allocate(total, weights);
    List<BigDecimal> more = new ArrayList<>(weights);
    more.add(BigDecimal.ZERO);
    Map<String, BigDecimal> withNobody = allocate(total, more);
    assertThat(withNobody.remove(id(weights.size()))).isEqualByComparingTo("0");
    assertThat(withNobody).isEqualTo(parts);
    assertThat(allocate(total, weights.stream().map(factor::multiply).toList())).isEqualTo(parts);
  }

  @Provide
  Arbitrary<BigDecimal> factors() {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal("0.001"), BigDecimal.valueOf(1000))
        .ofScale(3);
  }

  /** Law 6: ranks are declared, not the places in a list. */
  @Property(tries = 60)
  void theOrderOfTheListDoesNotMatter(
      @ForAll("totals") BigDecimal total,
      @ForAll @Size(min = 2, max = 6) List<@From("weights") BigDecimal> weights,
      @ForAll long seed) {
    assumeSome(weights);
    List<Integer> shuffled = upTo(weights.size());
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(allocate(total, weights, shuffled)).isEqualTo(allocate(total, weights));
  }

  /** Law 8. */
  @Property(tries = 60)
  void ofTwoTheFirstGetsItsRoundedPart(
      @ForAll("totals") BigDecimal total, @ForAll("ratios") BigDecimal ratio) {
    Map<String, BigDecimal> parts = allocate(total, List.of(ratio, BigDecimal.ONE.subtract(ratio)));
    assertThat(part(parts, 0)).isEqualTo(total.multiply(ratio).setScale(2, RoundingMode.HALF_UP));
  }

  @Provide
  Arbitrary<BigDecimal> ratios() {
    return Arbitraries.oneOf(
        Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.ONE).ofScale(4),
        Arbitraries.of("0", "0.5", "0.25", "1").map(BigDecimal::new));
  }

  @Provide
  Arbitrary<BigDecimal> quantities() {
    return Arbitraries.oneOf(
        Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.valueOf(900_000)).ofScale(3),
        Arbitraries.of("0", "0.01", "500000").map(BigDecimal::new));
  }

  /** What a package settles on all savings; a loss is shared like a gain. */
  private static final String SHARING =
      "{\"id\": \"negative\", \"kind\": \"negative-savings\", \"policy\": \"%s\"},"
          + "{\"id\": \"sharing\", \"kind\": \"shared-savings\","
          + " \"ratios\": [{\"fromYear\": 1, \"ratio\": \"0.7\"}]}";

  private static SettledPackage shared(List<BigDecimal> baseline, List<BigDecimal> actual) {
    MonthlyPackage joint =
        new MonthlyPackage("POOLED_ALL")
            .clauses(SHARING.formatted("SHARE_LOSS"))
            .allocations("{\"key\": {\"by\": \"AREA\"}}");
    StringBuilder csv = new StringBuilder();
    for (int i = 0; i < baseline.size(); i++) {
      csv.append("2025-01-01,%s,AREA,%d%n".formatted(id(i), 7 * i + 1));
      joint.member(
          id(i),
          MonthlyContract.ofJanuary(baseline.get(i), actual.get(i))
              .clauses(MonthlyPackage.MEASURED));
    }
    return joint.weights(csv.toString()).settle("2025-01");
  }

  /** Laws 4 and 49: the opposite amount is allocated by the opposite parts. */
  @Property(tries = 40)
  void aReversalIsAllocatedAsWhatItReverses(
      @ForAll @Size(3) List<@From("quantities") BigDecimal> baseline,
      @ForAll @Size(3) List<@From("quantities") BigDecimal> actual) {
    SettledPackage one = shared(baseline, actual);
    SettledPackage other = shared(actual, baseline);
    assertThat(negated(other)).isEqualTo(parts(one));
    one.members()
        .forEach(
            (member, settled) -> {
              BigDecimal share = share(settled.statement());
              assertThat(share.add(share(own(other, member)))).isEqualByComparingTo("0");
            });
  }

  private static BigDecimal share(Statement statement) {
    return statement.line("package.sharing.provider").orElseThrow().amount().orElseThrow();
  }

  private static Map<String, BigDecimal> parts(SettledPackage settled) {
    Map<String, BigDecimal> parts = new TreeMap<>();
    settled
        .consolidated()
        .allocations()
        .get(0)
        .members()
        .forEach((member, part) -> parts.put(member, part.stripTrailingZeros()));
    return parts;
  }

  private static Map<String, BigDecimal> negated(SettledPackage settled) {
    Map<String, BigDecimal> parts = parts(settled);
    parts.replaceAll((member, part) -> part.negate());
    return parts;
  }

  /** Law 9, the package: every row and total is the sum of the members' own statements. */
  @Property(tries = 40)
  void theConsolidatedStatementIsTheSumOfTheMembers(
      @ForAll @Size(4) List<@From("quantities") BigDecimal> baseline,
      @ForAll @Size(4) List<@From("quantities") BigDecimal> actual) {
    SettledPackage settled = shared(baseline, actual);
    Map<String, BigDecimal> sums = new LinkedHashMap<>();
    BigDecimal payable = BigDecimal.ZERO;
    for (Settled own : settled.members().values()) {
      payable = payable.add(own.statement().totals().netPayable());
      for (Line line : own.statement().lines()) {
        line.amount()
            .ifPresent(amount -> sums.merge(line.kind() + line.role(), amount, BigDecimal::add));
      }
    }
    assertThat(settled.consolidated().totals().netPayable()).isEqualByComparingTo(payable);
    Map<String, BigDecimal> rows = new LinkedHashMap<>();
    for (ConsolidatedStatement.Row row : settled.consolidated().rows()) {
      rows.merge(row.kind() + row.role(), row.amount(), BigDecimal::add);
    }
    assertThat(rows).isEqualTo(sums);
    Statement joint = settled.joint().orElseThrow().statement();
    assertThat(settled.consolidated().row("PROVIDER_SHARE").orElseThrow().amount())
        .isEqualTo(joint.line("sharing.provider").orElseThrow().amount().orElseThrow());
  }

  /** Law 9: a package of one member is the stand-alone contract, month after month. */
  @Property(tries = 30)
  void aPackageOfOneIsTheStandAloneContract(
      @ForAll @Size(3) List<@From("quantities") BigDecimal> baseline,
      @ForAll @Size(3) List<@From("quantities") BigDecimal> actual) {
    String together =
        SHARING.formatted("CARRY_DEFICIT")
            + ", {\"id\": \"audit\", \"kind\": \"joint-cost\", \"name\": \"x\","
            + " \"amount\": \"1000.01\", \"per\": \"CONTRACT_YEAR\"}";
    MonthlyContract alone =
        new MonthlyContract(baseline, actual)
            .price("0.7134")
            .clauses(MonthlyPackage.MEASURED + "," + together);
    MonthlyPackage joint =
        new MonthlyPackage("POOLED_ALL")
            .clauses(together)
            .allocations("{\"key\": {\"by\": \"BASELINE_COST\"}, \"second\": {\"by\": \"AREA\"}}")
            .weights("2025-01-01,a,AREA,1\n")
            .member(
                "a",
                new MonthlyContract(baseline, actual)
                    .price("0.7134")
                    .clauses(MonthlyPackage.MEASURED));
    for (String month : List.of("2025-01", "2025-03")) {
      SettledPackage settled = joint.settle(month);
      Statement own = own(settled, "a");
      Statement single = alone.settle(month).statement();
      assertThat(own.totals()).isEqualTo(single.totals());
      assertThat(settled.consolidated().totals()).isEqualTo(single.totals());
      assertThat(owed(own)).isEqualTo(owed(single));
      settled
          .members()
          .values()
          .forEach(s -> assertThat(TrailEvaluation.of(s.trail()).wrong()).isEmpty());
      assertThat(TrailEvaluation.of(settled.joint().orElseThrow().trail()).wrong()).isEmpty();
    }
  }

  private static Map<String, BigDecimal> owed(Statement statement) {
    Map<String, BigDecimal> owed = new TreeMap<>();
    for (Line line : statement.lines()) {
      if (line.role() == LineRole.PAYABLE) {
        owed.put(line.kind(), line.amount().orElseThrow());
      }
    }
    return owed;
  }

  /** Law 9, the levels below: buildings add up to the institution, budget codes to the building. */
  @Property(tries = 60)
  void everyLevelAddsUpToItsParent(
      @ForAll("totals") BigDecimal fee,
      @ForAll @Size(5) List<@From("positive") BigDecimal> weights) {
    String centres =
        "{\"id\": \"fee\", \"kind\": \"service-fee\", \"per\": \"STATEMENT\", \"amount\": \"%s\"},"
                .formatted(fee.toPlainString())
            + "{\"id\": \"centres\", \"kind\": \"cost-centres\", \"centres\": ["
            + centre(
                "north",
                weights.get(0),
                centre("gas", weights.get(1), "") + "," + centre("power", weights.get(2), ""))
            + ","
            + centre("south", weights.get(3), centre("all", weights.get(4), ""))
            + "]}";
    Statement statement =
        MonthlyContract.ofJanuary(BigDecimal.TEN, BigDecimal.ONE)
            .clauses(centres)
            .settle("2025-01")
            .statement();
    BigDecimal north = amount(statement, "centres.north");
    BigDecimal south = amount(statement, "centres.south");
    assertThat(north.add(south)).isEqualByComparingTo(statement.totals().netPayable());
    assertThat(amount(statement, "centres.north.gas").add(amount(statement, "centres.north.power")))
        .isEqualByComparingTo(north);
    assertThat(amount(statement, "centres.south.all")).isEqualByComparingTo(south);
  }

  @Provide
  Arbitrary<BigDecimal> positive() {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal("0.001"), BigDecimal.valueOf(1000))
        .ofScale(3);
  }

  private static String centre(String id, BigDecimal weight, String below) {
    return "{\"id\": \"%s\", \"name\": \"%s\", \"weights\": [{\"from\": \"2025-01-01\", \"weight\": \"%s\"}], \"centres\": [%s]}"
        .formatted(id, id, weight.toPlainString(), below);
  }

  private static BigDecimal amount(Statement statement, String line) {
    return statement.line(line).orElseThrow().amount().orElseThrow();
  }

  /** Law 38. */
  @Property(tries = 40)
  void pooledShortfallIsAtMostTheSumOfTheOthers(
      @ForAll @Size(3) List<@From("quantities") BigDecimal> baseline,
      @ForAll @Size(3) List<@From("quantities") BigDecimal> actual,
      @ForAll @Size(3) List<@From("guarantees") BigDecimal> guarantees) {
    String annual = "{\"frequency\": \"ANNUAL\"}";
    MonthlyPackage joint =
        new MonthlyPackage("POOLED_GUARANTEE")
            .schedule(annual)
            .clauses(guarantee(sum(guarantees)))
            .allocations("{\"key\": {\"by\": \"AREA\"}}")
            .weights("2025-01-01,a,AREA,3\n2025-01-01,b,AREA,2\n2025-01-01,c,AREA,1\n");
    BigDecimal alone = BigDecimal.ZERO;
    for (int i = 0; i < 3; i++) {
      MonthlyContract measured =
          MonthlyContract.ofJanuary(baseline.get(i), actual.get(i)).schedule(annual);
      joint.member(id(i), measured.clauses(MonthlyPackage.MEASURED));
      Statement single =
          measured
              .clauses(MonthlyPackage.MEASURED + "," + guarantee(guarantees.get(i)))
              .settle("Y1")
              .statement();
      alone = alone.add(compensation(single));
    }
    SettledPackage settled = joint.settle("Y1");
    assertThat(compensation(settled.joint().orElseThrow().statement()))
        .isBetween(BigDecimal.ZERO, alone);
  }

  @Provide
  Arbitrary<BigDecimal> guarantees() {
    return Arbitraries.bigDecimals()
        .between(BigDecimal.ZERO, BigDecimal.valueOf(900_000))
        .ofScale(2);
  }

  private static String guarantee(BigDecimal amount) {
    return "{\"id\": \"guarantee\", \"kind\": \"guarantee\", \"unit\": \"MONEY\", \"amount\": \"%s\"}"
        .formatted(amount.toPlainString());
  }

  private static BigDecimal compensation(Statement statement) {
    return statement
        .line("guarantee.compensation")
        .flatMap(Line::amount)
        .map(BigDecimal::negate)
        .orElse(BigDecimal.ZERO);
  }
}
