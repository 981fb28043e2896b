package org.emcsettlement.settlement.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeSet;
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

  @Test
  void argumentsStandBehindTheWords() {
    assertThat(TrailGlossary.of("DEGREES_BELOW(15.50)"))
        .isEqualTo(new Bilingual("低于变点的度日 15.50", "degree days below the change point 15.50"));
    assertThat(TrailGlossary.of("year-2024").en()).isEqualTo("use of the year 2024");
    assertThat(TrailGlossary.of("own-name")).isEqualTo(new Bilingual("own-name", "own-name"));
  }
}
