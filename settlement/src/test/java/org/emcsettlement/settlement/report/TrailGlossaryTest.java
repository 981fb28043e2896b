package org.emcsettlement.settlement.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.emcsettlement.baseline.model.Regressor;
import org.emcsettlement.settlement.Settlement;
import org.emcsettlement.settlement.WorkedCase;
import org.emcsettlement.settlement.contract.StatementPeriod;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.trail.Node;
import org.emcsettlement.settlement.trail.NodeKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every step of a calculation has words in both languages. */
class TrailGlossaryTest {

  @TempDir Path temp;

  @Test
  void everyStepOfTheWorkedCasesHasWords() throws IOException {
    TreeSet<String> unknown = new TreeSet<>();
    for (WorkedCase published : WorkedCase.all()) {
      Settlement settlement = WorkedCase.settlement(published.assemble(temp, ""));
      for (StatementPeriod period : settlement.resolved().statements().periods()) {
        settlement.settle(period).value().stream()
            .flatMap(settled -> settled.trail().nodes().stream())
            .filter(node -> node.kind() != NodeKind.LINE)
            .map(Node::name)
            .filter(name -> TrailGlossary.find(name).isEmpty())
            .forEach(unknown::add);
      }
    }
    assertThat(unknown).isEmpty();
  }

  /** Regressors of all methods, products among them. */
  @Test
  void everyRegressorHasWords() {
    for (String name :
        List.of(
            "HOUR_OF_WEEK(12)",
            "HOUR_DEGREES(*,12.50,1:8-18)",
            "MONTH(7)",
            "SIN_YEAR(2)",
            "TEN_DAYS(20)",
            "ON_CAMPUS_DAYS",
            "DAYTYPE(RESTDAY)*DEGREES_BELOW(15.50,0.30)",
            "HEADCOUNT_DAYS*DAYTYPE(WORKDAY)")) {
      Regressor regressor = Regressor.parse(name);
      assertThat(TrailGlossary.find(name)).contains(new Bilingual(regressor.zh(), regressor.en()));
    }
    assertThat(TrailGlossary.find("NO_SUCH_REGRESSOR(1)")).isEmpty();
  }

  @Test
  void argumentsStandBehindTheWords() {
    assertThat(TrailGlossary.of("DEGREES_BELOW(15.50)"))
        .isEqualTo(new Bilingual("低于变点的度日 15.50", "degree days below the change point 15.50"));
    assertThat(TrailGlossary.of("b[MONTH(7)*HOUR_OF_WEEK(12)]").en())
        .endsWith("MONTH(7)*HOUR_OF_WEEK(12)");
    assertThat(TrailGlossary.of("year-2024").en()).isEqualTo("use of the year 2024");
    assertThat(TrailGlossary.of("own-name")).isEqualTo(new Bilingual("own-name", "own-name"));
  }
}
