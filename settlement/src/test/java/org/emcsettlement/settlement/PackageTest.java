package org.emcsettlement.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.json.JsonDifference;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.contract.BoundaryCheck;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.Meter;
import org.emcsettlement.settlement.contract.PackageFinding;
import org.emcsettlement.settlement.contract.ResolvedContract;
import org.emcsettlement.settlement.packages.ConsolidatedFile;
import org.emcsettlement.settlement.packages.ConsolidatedStatement;
import org.emcsettlement.settlement.packages.MemberCheck;
import org.emcsettlement.settlement.packages.MemberState;
import org.emcsettlement.settlement.packages.MeterNumbers;
import org.emcsettlement.settlement.packages.PackageReader;
import org.emcsettlement.settlement.packages.WeightTable;
import org.emcsettlement.settlement.report.ConsolidatedCsv;
import org.emcsettlement.settlement.report.ConsolidatedPage;
import org.emcsettlement.settlement.statement.Line;
import org.emcsettlement.settlement.statement.RunType;
import org.emcsettlement.settlement.statement.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Members that join and leave, that cannot be settled, and keys that cannot be used. */
class PackageTest {

  private static final String COST =
      "{\"id\": \"audit\", \"kind\": \"joint-cost\", \"name\": \"审核\", \"amount\": \"2800\","
          + " \"per\": \"STATEMENT\"}";

  private static final String BY_AREA = "{\"key\": {\"by\": \"AREA\"}}";

  private static final String AREAS =
      """
      2025-01-01,a,AREA,100
      2025-01-01,b,AREA,100
      2025-03-17,b,AREA,300
      2025-01-01,c,AREA,100
      """;

  private static final String SHARING =
      "{\"id\": \"negative\", \"kind\": \"negative-savings\"},"
          + "{\"id\": \"sharing\", \"kind\": \"shared-savings\","
          + " \"ratios\": [{\"fromYear\": 1, \"ratio\": \"0.5\"}]}";

  private static MonthlyContract measured(int baseline, int actual) {
    return MonthlyContract.ofJanuary(BigDecimal.valueOf(baseline), BigDecimal.valueOf(actual))
        .clauses(MonthlyPackage.MEASURED);
  }

  private static MonthlyPackage audited() {
    return new MonthlyPackage("NONE")
        .clauses(COST)
        .allocations(BY_AREA)
        .weights(AREAS)
        .member("a", measured(100, 50))
        .member("b", measured(200, 50))
        .member("c", measured(300, 50).term("2025-02-15", "2025-05-01"));
  }

  private static Map<String, BigDecimal> parts(SettledPackage settled) {
    return settled.consolidated().allocations().get(0).members();
  }

  private static MemberState state(SettledPackage settled, String member) {
    return settled.consolidated().members().stream()
        .filter(own -> own.id().equals(member))
        .map(ConsolidatedStatement.Member::state)
        .findFirst()
        .orElseThrow();
  }

  private static Statement own(SettledPackage settled, String member) {
    return Objects.requireNonNull(settled.members().get(member)).statement();
  }

  private static List<String> codes(Findings findings) {
    return findings.stream().map(Finding::code).toList();
  }

  /** Area days: 3100 each; 2800 each and 1400; 3100, 16·100 + 15·300 and 3100; then c has left. */
  @ParameterizedTest
  @CsvSource({
    "2025-01, 1400.00, 1400.00, ",
    "2025-02, 1120.00, 1120.00, 560.00",
    "2025-03, 705.69, 1388.62, 705.69",
    "2025-05, 700.00, 2100.00, "
  })
  void whoJoinsLeavesOrGrowsCountsFromThatDay(String month, String a, String b, String c) {
    SettledPackage settled = audited().settle(month);
    assertThat(parts(settled).get("a")).isEqualTo(new BigDecimal(a));
    assertThat(parts(settled).get("b")).isEqualTo(new BigDecimal(b));
    assertThat(Optional.ofNullable(parts(settled).get("c")))
        .isEqualTo(Optional.ofNullable(c).map(BigDecimal::new));
    assertThat(state(settled, "c"))
        .isEqualTo(c == null ? MemberState.OUTSIDE : MemberState.SETTLED);
  }

  private static Checked<ResolvedContract> bad() {
    return Checked.failed(
        Findings.of(
            List.of(
                Finding.of(
                    PackageFinding.MEMBER_FOLDER, Place.NOWHERE, "member", "c", "folder", "c"))));
  }

  private static MonthlyPackage withBadMember() {
    return new MonthlyPackage("NONE")
        .clauses(COST)
        .allocations(BY_AREA)
        .weights(AREAS)
        .member("a", measured(100, 50))
        .member("b", measured(200, 50))
        .resolved("c", bad());
  }

  @Test
  void oneBadMemberDoesNotHoldTheOthersUp() {
    SettledPackage settled = withBadMember().settle("2025-01");
    assertThat(state(settled, "c")).isEqualTo(MemberState.BLOCKED);
    assertThat(settled.unsettled()).containsOnlyKeys("c");
    assertThat(settled.members()).containsOnlyKeys("a", "b");
    assertThat(codes(settled.consolidated().findings())).contains("package.member-unsettled");
    assertThat(settled.consolidated().key().runType()).isEqualTo(RunType.PROVISIONAL);
    assertThat(own(settled, "a").key().runType()).isEqualTo(RunType.PROVISIONAL);
    assertThat(codes(own(settled, "a").findings())).contains("package.joint-provisional");
  }

  @Test
  void withoutJointAmountsTheOthersAreNotEvenProvisional() {
    SettledPackage settled =
        new MonthlyPackage("NONE")
            .member("a", measured(100, 50))
            .resolved("c", bad())
            .settle("2025-01");
    assertThat(own(settled, "a").key().runType()).isEqualTo(RunType.INITIAL);
    assertThat(settled.consolidated().key().runType()).isEqualTo(RunType.PROVISIONAL);
  }

  @Test
  void policyMayHoldTheWholePackage() {
    Checked<SettledPackage> settled =
        withBadMember()
            .policies("{\"findings\": {\"package.member-unsettled\": \"BLOCK\"}}")
            .checked("2025-01");
    assertThat(settled.value()).isEmpty();
    assertThat(codes(settled.findings())).contains("package.member-unsettled");
  }

  private static MonthlyPackage shared(String allocation) {
    return new MonthlyPackage("POOLED_ALL")
        .clauses(SHARING)
        .allocations(allocation)
        .weights(AREAS)
        .member("a", measured(100, 50))
        .member("b", measured(100, 130));
  }

  /** ΣV = 50 − 30, half of it is 10; the member that lost weighs nothing. */
  @Test
  void aLossWeighsNothing() {
    SettledPackage settled = shared("{\"key\": {\"by\": \"OWN_SAVINGS\"}}").settle("2025-01");
    assertThat(parts(settled))
        .isEqualTo(Map.of("a", new BigDecimal("10.00"), "b", new BigDecimal("0.00")));
  }

  @Test
  void aLossMayBeRefusedAsWeight() {
    Checked<SettledPackage> settled =
        shared("{\"key\": {\"by\": \"OWN_SAVINGS\"}, \"negative\": \"REJECT\"}").checked("2025-01");
    assertThat(settled.value()).isEmpty();
    assertThat(codes(settled.findings())).contains("package.weight-negative");
  }

  /** In February nothing is used and nothing saved: a joint cost falls back on areas, or fails. */
  @Test
  void aSecondKeyIsUsedWhereTheFirstIsAllZero() {
    MonthlyPackage joint =
        new MonthlyPackage("NONE")
            .clauses(COST)
            .weights(AREAS)
            .member("a", measured(100, 50))
            .member("b", measured(200, 50));
    joint.allocations("{\"key\": {\"by\": \"BASELINE_COST\"}, \"second\": {\"by\": \"AREA\"}}");
    assertThat(parts(joint.settle("2025-01")).get("a")).isEqualTo(new BigDecimal("933.33"));
    assertThat(parts(joint.settle("2025-02")).get("a")).isEqualTo(new BigDecimal("1400.00"));
    joint.allocations("{\"key\": {\"by\": \"BASELINE_COST\"}}");
    assertThat(codes(joint.checked("2025-02").findings())).contains("package.weights-zero");
  }

  @Test
  void anUndeclaredWeightIsMissing() {
    Checked<SettledPackage> settled =
        audited().weights("2025-01-01,a,AREA,1\n2025-01-20,b,AREA,1\n").checked("2025-01");
    assertThat(settled.value()).isEmpty();
    assertThat(settled.findings().stream().filter(f -> f.code().equals("package.weight-missing")))
        .extracting(finding -> finding.arguments().get("member"))
        .containsExactly("b");
  }

  /** January shares 0.5·60, February nothing; the year shares 0.5·30. */
  @Test
  void theAnnualStatementTruesUpWhatWasAllocated() {
    MonthlyPackage joint =
        new MonthlyPackage("POOLED_ALL")
            .schedule("{\"frequency\": \"MONTHLY\", \"annualStatement\": true}")
            .clauses(
                SHARING.replace(
                    "negative-savings\"", "negative-savings\", \"policy\": \"ANNUAL_NET\""))
            .allocations("{\"key\": {\"by\": \"OWN_SAVINGS\"}, \"second\": {\"by\": \"AREA\"}}")
            .weights(AREAS)
            .member(
                "a",
                new MonthlyContract(list(100, 100), list(60, 120)).clauses(MonthlyPackage.MEASURED))
            .member(
                "b",
                new MonthlyContract(list(100, 100), list(80, 110))
                    .clauses(MonthlyPackage.MEASURED));
    SettledPackage january = joint.settle("2025-01");
    assertThat(january.consolidated().row("PROVIDER_SHARE").orElseThrow().amount())
        .isEqualTo(new BigDecimal("30.00"));
    SettledPackage year = joint.settle("Y1");
    assertThat(year.consolidated().row("PROVIDER_SHARE").orElseThrow().amount())
        .isEqualTo(new BigDecimal("15.00"));
    assertThat(year.consolidated().row("TRUE_UP").orElseThrow().amount())
        .isEqualTo(new BigDecimal("-15.00"));
    assertThat(year.joint().orElseThrow().statement().totals().netPayable())
        .isEqualByComparingTo("0");
  }

  private static List<BigDecimal> list(int first, int second) {
    return List.of(BigDecimal.valueOf(first), BigDecimal.valueOf(second));
  }

  /**
   * a guarantees 365 for the year, b the same from 20 October on: 365 + 73, of which 100 is saved.
   */
  @Test
  void aPooledGuaranteeGrowsWithTheMembersThatJoin() {
    String own =
        MonthlyPackage.MEASURED
            + ", {\"id\": \"guarantee\", \"kind\": \"guarantee\", \"unit\": \"MONEY\","
            + " \"amount\": \"365\", \"pooled\": true}";
    SettledPackage settled =
        new MonthlyPackage("POOLED_GUARANTEE")
            .schedule("{\"frequency\": \"ANNUAL\"}")
            .clauses(
                "{\"id\": \"guarantee\", \"kind\": \"guarantee\", \"unit\": \"MONEY\","
                    + " \"ofMembers\": true}")
            .allocations(BY_AREA)
            .weights("2025-01-01,a,AREA,100\n2025-01-01,b,AREA,100\n")
            .member("a", measured(150, 50).clauses(own))
            .member("b", measured(150, 50).clauses(own).term("2025-10-20", "2027-01-01"))
            .settle("Y1");
    assertThat(settled.joint().orElseThrow().statement().line("guarantee.compensation"))
        .flatMap(Line::amount)
        .contains(new BigDecimal("-338.00"));
    assertThat(parts(settled))
        .isEqualTo(Map.of("a", new BigDecimal("-281.67"), "b", new BigDecimal("-56.33")));
    assertThat(own(settled, "a").line("guarantee.compensation")).isEmpty();
  }

  @Test
  void settlingAgainGivesTheSameBytes() {
    PackageSettlement settlement = audited().settlement();
    ConsolidatedStatement issued = audited().settle("2025-03").consolidated();
    ConsolidatedStatement read =
        ConsolidatedFile.read(new String(issued.canonical(), StandardCharsets.UTF_8));
    assertThat(read.canonical()).isEqualTo(issued.canonical());
    assertThat(settlement.verify(read).orThrow()).isEmpty();
    Optional<JsonDifference> difference =
        audited().weights(AREAS.replace("300", "301")).settlement().verify(issued).orThrow();
    assertThat(difference.orElseThrow().pointer()).startsWith("/allocations");
  }

  private static Findings counted(String metersOfA, String metersOfB) {
    return BoundaryCheck.between(
        new TreeMap<>(
            Map.of(
                "a", measured(1, 1).meter(metersOfA).resolve().orThrow().contract(),
                "b", measured(1, 2).meter(metersOfB).resolve().orThrow().contract())),
        Place.NOWHERE);
  }

  private static String meter(String id, String serial, String more) {
    return "{\"id\": \"%s\", \"commodity\": \"electricity\", \"serial\": \"%s\"%s}"
        .formatted(id, serial, more);
  }

  private static String meter(String serial) {
    return meter("m", serial, "");
  }

  /** Meters that another member reads, as a member lists them to say what it lies behind. */
  private static String shown(String serial) {
    return meter("other", serial, ", \"informative\": true");
  }

  private static final String BEHIND_OTHER = ", \"upstream\": \"other\"";

  @Test
  void noMeterIsCountedTwice() {
    assertThat(counted(meter("1"), meter("2"))).isEmpty();
    assertThat(codes(counted(meter("1"), meter("1")))).containsExactly("contract.counted-twice");
    assertThat(codes(counted(meter("1"), meter("m", "2", BEHIND_OTHER) + "," + shown("1"))))
        .containsExactly("contract.counted-twice");
  }

  @Test
  void metersOfTwoMembersDoNotLieBehindEachOther() {
    assertThat(
            codes(
                counted(
                    meter("m", "1", BEHIND_OTHER) + "," + shown("2"),
                    meter("m", "2", BEHIND_OTHER) + "," + shown("1"))))
        .containsOnly("contract.upstream");
  }

  /** What A says about B's meter is not what B says. */
  @Test
  void aMeterHasOnePlace() {
    String shownByA = meter("other", "2", ", \"informative\": true, \"upstream\": \"m\"");
    Findings findings =
        counted(meter("1") + "," + shownByA, meter("m", "2", ", \"upstream\": \"supply\""));
    assertThat(codes(findings)).containsExactly("contract.upstream-differs");
    assertThat(findings.list().get(0).en()).contains("a/m", "supply");
  }

  /** One number on an electricity meter and on a water meter. */
  @Test
  void aNumberIsOfOneCommodity() {
    Contract electric = measured(1, 1).meter(meter("1")).resolve().orThrow().contract();
    Meter water = Meter.builder().id("w").commodity(Commodity.WATER).serial("1").build();
    Contract ofWater = Contract.builder().from(electric).meters(List.of(water)).build();
    assertThat(BoundaryCheck.between(Map.of("a", electric, "b", ofWater), Place.NOWHERE)).isEmpty();
  }

  /** B lies behind A; A takes B's meter out. */
  @Test
  void aBoundaryBehindAnotherIsTakenOutThere() {
    String out = meter("1") + "," + meter("n", "2", ", \"sign\": -1");
    assertThat(counted(out, meter("m", "2", BEHIND_OTHER) + "," + shown("1"))).isEmpty();
  }

  @Test
  void metersWithoutNumberAreComparedByTheirReadings() {
    String plain = "{\"id\": \"m\", \"commodity\": \"electricity\"}";
    Map<String, ResolvedContract> apart =
        Map.of(
            "a", measured(1, 1).meter(plain).resolve().orThrow(),
            "b", measured(1, 2).meter(plain).resolve().orThrow());
    assertThat(codes(MeterNumbers.of(apart).findings()))
        .containsExactly("package.meter-unidentified");
    Findings same =
        MeterNumbers.of(
                Map.of(
                    "a", measured(1, 1).resolve().orThrow(),
                    "b", measured(2, 1).resolve().orThrow()))
            .findings();
    assertThat(codes(same))
        .containsExactly("package.meter-same-readings", "package.meter-unidentified");
  }

  @Test
  void jointTermsThatDoNotGoTogetherAreFound() {
    MonthlyPackage none =
        new MonthlyPackage("NONE").member("a", measured(1, 1)).allocations(BY_AREA);
    assertThat(codes(none.clauses(SHARING).findings())).contains("contract.figure-unwritten");
    assertThat(
            codes(
                new MonthlyPackage("POOLED_GUARANTEE")
                    .member("a", measured(1, 1))
                    .allocations(BY_AREA)
                    .clauses(SHARING)
                    .findings()))
        .containsExactly("package.pooling");
    assertThat(codes(none.clauses("{\"id\": \"r\", \"kind\": \"baseline\"}").findings()))
        .contains("package.clause-stage");
    assertThat(codes(none.clauses(COST).allocations("").findings())).contains("package.allocation");
    assertThat(
            codes(
                none.clauses(COST)
                    .allocations(BY_AREA + ", {\"clauses\": [\"x\"], \"key\": {\"by\": \"AREA\"}}")
                    .findings()))
        .contains("package.allocation-unknown");
    assertThat(codes(none.rank("a", 1).resolved("b", bad()).rank("b", 1).findings()))
        .contains("package.members");
  }

  @Test
  void aMemberThatDoesNotGoWithThePackageIsFound() {
    PackageFolder folder =
        new PackageFolder(
            new PackageReader(MonthlyContract.FORMAT)
                .read(shared(BY_AREA).source(), new FindingCollector())
                .orElseThrow(),
            WeightTable.none(),
            Map.of(),
            MonthlyContract.FORMAT);
    ResolvedContract unmeasured =
        MonthlyContract.ofJanuary(BigDecimal.ONE, BigDecimal.ONE)
            .schedule("{\"frequency\": \"QUARTERLY\"}")
            .resolve()
            .orThrow();
    assertThat(codes(MemberCheck.of(folder.terms(), "a", unmeasured.contract())))
        .containsExactly("package.terms-differ", "package.figure-missing");
    ResolvedContract twice =
        measured(1, 1).clauses(MonthlyPackage.MEASURED + "," + SHARING).resolve().orThrow();
    assertThat(codes(MemberCheck.of(folder.terms(), "a", twice.contract())))
        .contains("package.settled-twice");
  }

  /**
   * A category whose rate changes in March splits the periods of the member, not of the package.
   */
  @Test
  void ratesOfEveryTaxCategoryMustChangeTogether() {
    PackageFolder folder =
        new PackageFolder(
            new PackageReader(MonthlyContract.FORMAT)
                .read(shared(BY_AREA).source(), new FindingCollector())
                .orElseThrow(),
            WeightTable.none(),
            Map.of(),
            MonthlyContract.FORMAT);
    ResolvedContract taxed =
        measured(1, 1)
            .tax(
                """
                {"mode": "INCLUSIVE", "rate": "0.06",
                 "categories": [{"id": "power", "commodities": ["electricity"],
                                 "rate": [{"from": "2020-01-01", "rate": "0.13"},
                                          {"from": "2025-03-11", "rate": "0.09"}]}]}
                """)
            .resolve()
            .orThrow();
    assertThat(codes(MemberCheck.of(folder.terms(), "a", taxed.contract())))
        .containsExactly("package.terms-differ");
  }

  /** 50 of 100 were saved: the member owes 50 of damages once, not again with the year. */
  @Test
  void jointDamagesAreNotOwedAgainByTheYear() {
    MonthlyPackage together =
        new MonthlyPackage("POOLED_GUARANTEE")
            .schedule("{\"frequency\": \"QUARTERLY\", \"annualStatement\": true}")
            .tax(
                "{\"mode\": \"INCLUSIVE\", \"rate\": \"0.06\", \"treatments\": {\"g\": \"DAMAGES\"}}")
            .clauses(
                """
                {"id": "g", "kind": "guarantee", "unit": "MONEY", "amount": "100",
                 "monthly": ["100", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0"],
                 "test": "PERIOD", "damages": false}
                """)
            .allocations("{\"key\": {\"by\": \"BASELINE_COST\"}}")
            .member("a", measured(100, 50));
    assertThat(payable(together, "2025-Q1")).isEqualByComparingTo("-50");
    assertThat(payable(together, "Y1")).isEqualByComparingTo("0");
  }

  private static BigDecimal payable(MonthlyPackage together, String period) {
    return together.settle(period).consolidated().totals().netPayable();
  }

  @Test
  void theConsolidatedStatementCanBeShown() {
    ConsolidatedStatement statement = audited().settle("2025-02").consolidated();
    String page = ConsolidatedPage.html(statement);
    assertThat(page).contains("打包合同汇总结算单", "2,800.00", "560.00", statement.digest());
    assertThat(ConsolidatedCsv.write(statement, Locale.ENGLISH))
        .contains(
            "JOINT_COST,joint cost,payable,,,,2800.00",
            "JOINT_COST,joint cost,payable,,c,a,560.00");
  }
}
