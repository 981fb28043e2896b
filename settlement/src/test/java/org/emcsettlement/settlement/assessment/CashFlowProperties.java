package org.emcsettlement.settlement.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.settlement.clause.StandardClauses;
import org.emcsettlement.settlement.contract.Contract;

/** Laws that hold in every future, under every form, whatever is uncertain. */
class CashFlowProperties {

  private static final List<String> FORMS =
      List.of(
          "{\"id\": \"f\", \"preset\": \"shared-savings/1\", \"parameters\": {\"ratios\":"
              + " [{\"fromYear\": 1, \"ratio\": \"0.65\"}], \"negative\": \"SHARE_LOSS\"}}",
          "{\"id\": \"f\", \"preset\": \"hosting-all-in/1\", \"parameters\": {\"basis\":"
              + " \"QUANTITY\", \"coefficient\": \"0.93\"}}",
          "{\"id\": \"f\", \"preset\": \"hosting-net/1\", \"investor\": \"INSTITUTION\","
              + " \"parameters\": {\"basis\": \"FEE\", \"operationPart\": \"1234.50\"}}",
          "{\"id\": \"f\", \"preset\": \"guaranteed-savings/1\", \"parameters\": {\"fee\": \"7000\","
              + " \"guaranteeUnit\": \"QUANTITY\", \"guaranteeCommodity\": \"electricity\","
              + " \"guaranteedFraction\": \"0.08\"}}");

  private static String range(int low, int rise, int fall, int per) {
    BigDecimal unit = BigDecimal.valueOf(per);
    return "{\"low\": \""
        + BigDecimal.valueOf(low).divide(unit)
        + "\", \"likely\": \""
        + BigDecimal.valueOf(low + rise).divide(unit)
        + "\", \"high\": \""
        + BigDecimal.valueOf(low + rise + fall).divide(unit)
        + "\"}";
  }

  /**
   * What the parties get together is what the measures save at the prices in force, less
   * investment, operation and tax, to the fen.
   */
  @Property(tries = 25)
  void nothingIsLostBetweenTheParties(
      @ForAll @IntRange(max = 3) int form,
      @ForAll @IntRange(max = 300) int low,
      @ForAll @IntRange(max = 200) int rise,
      @ForAll @IntRange(max = 200) int fall,
      @ForAll @IntRange(min = -50, max = 50) int growth,
      @ForAll @IntRange(min = 1, max = 4) int life,
      @ForAll int seed)
      throws IOException {
    Path temp = Files.createTempDirectory("assessed");
    AssessmentFolder folder =
        new AssessedFolder(temp)
            .with("/measures/0/saving", range(low, rise, fall, 1000))
            .with("/measures/0/lifetimeYears", Integer.toString(life))
            .with("/seed", Integer.toString(seed))
            .with("/forms/0", FORMS.get(form))
            .with("/inputTax", "[{\"commodity\": \"electricity\", \"rate\": \"0.13\"}]")
            .with(
                "/priceEscalation",
                "[{\"commodity\": \"electricity\", \"source\": \"x\", \"rate\": "
                    + range(growth, 20, 20, 1000)
                    + "}]")
            .read()
            .orThrow();
    FindingCollector findings = new FindingCollector();
    History history = History.of(folder, StandardClauses.format(), findings).orElseThrow();
    CandidateForm candidate = folder.terms().forms().get(0);
    Contract contract =
        new FrameContract(folder.terms(), StandardClauses.format())
            .of(candidate, "/forms/0", findings)
            .orElseThrow();
    Future future = new Futures(history, folder.terms()).draw(0);
    List<CashFlow> flows =
        new FormSimulation(contract, candidate, folder.terms(), StandardClauses.format())
            .in(future)
            .orThrow()
            .flows();
    assertThat(flows).hasSize(4);
    assertThat(together(flows.get(0))).isEqualByComparingTo("-20000");
    for (int year = 1; year <= 3; year++) {
      Future.Use use = future.years().get(year - 1).uses().values().iterator().next();
      BigDecimal saved =
          fen(use.without().multiply(use.price())).subtract(fen(use.with().multiply(use.price())));
      BigDecimal operation = year <= life ? new BigDecimal("1000") : BigDecimal.ZERO;
      assertThat(together(flows.get(year)))
          .isEqualByComparingTo(saved.subtract(operation).subtract(flows.get(year).tax()));
    }
  }

  private static BigDecimal together(CashFlow flow) {
    return flow.institution().add(flow.serviceProvider());
  }

  private static BigDecimal fen(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP);
  }

  @Property(tries = 200)
  void percentilesNeverFall(@ForAll List<@IntRange(min = -1000, max = 1000) Integer> numbers) {
    if (numbers.isEmpty()) {
      return;
    }
    List<BigDecimal> values = numbers.stream().map(BigDecimal::valueOf).toList();
    Distribution spread = Distribution.of(values, 2);
    assertThat(
            List.of(
                values.stream().min(BigDecimal::compareTo).orElseThrow(),
                spread.p5(),
                spread.p25(),
                spread.p50(),
                spread.p75(),
                spread.p95(),
                values.stream().max(BigDecimal::compareTo).orElseThrow()))
        .isSortedAccordingTo(BigDecimal::compareTo);
  }
}
