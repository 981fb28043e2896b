package org.emcsettlement.settlement.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.Series;
import org.junit.jupiter.api.Test;

/** The engine holds a clause to the figures that it declares. */
class DeclaredFiguresTest {

  private static final FigureKey<String> DECLARED = new FigureKey<>("DECLARED", String.class);
  private static final FigureKey<String> OTHER = new FigureKey<>("OTHER", String.class);

  private static final Clause CLAUSE =
      new Clause() {
        @Override
        public String id() {
          return "own";
        }

        @Override
        public String kind() {
          return "own";
        }

        @Override
        public SeriesScope series() {
          return SeriesScope.EVERY;
        }

        @Override
        public Optional<String> reference() {
          return Optional.empty();
        }

        @Override
        public Stage stage() {
          return Stage.SET_OFF;
        }

        @Override
        public Set<FigureKey<?>> reads(Contract contract, Series series) {
          return Set.of();
        }

        @Override
        public Set<FigureKey<?>> writes() {
          return Set.of(DECLARED);
        }

        @Override
        public Outcome apply(StatementInput input) {
          return Outcome.builder().build();
        }
      };

  @Test
  void whatIsDeclaredIsWritten() {
    FigureBook book = new FigureBook();
    book.add(CLAUSE, Outcome.builder().put(DECLARED, Commodity.HEAT, "7").build());
    assertThat(book.get(DECLARED, Commodity.HEAT)).contains("7");
    assertThat(book.get(DECLARED, Commodity.WATER)).isEmpty();
  }

  @Test
  void whatIsNotDeclaredIsRefused() {
    FigureBook book = new FigureBook();
    Outcome outcome = Outcome.builder().put(OTHER, "7").build();
    assertThatIllegalStateException()
        .isThrownBy(() -> book.add(CLAUSE, outcome))
        .withMessage("clause own writes OTHER but does not declare it");
    assertThat(book.all(OTHER)).isEmpty();
  }
}
