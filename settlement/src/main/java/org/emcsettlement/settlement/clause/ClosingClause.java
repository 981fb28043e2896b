package org.emcsettlement.settlement.clause;

import java.util.Optional;
import java.util.Set;
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.SeriesScope;
import org.emcsettlement.settlement.contract.Stage;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.Series;

/** A clause without parameters that every settlement ends with; contracts do not write it. */
abstract class ClosingClause implements Clause {

  private final String kind;
  private final Stage stage;
  private final Set<FigureKey<?>> reads;
  private final Set<FigureKey<?>> writes;

  ClosingClause(String kind, Stage stage, Set<FigureKey<?>> reads, Set<FigureKey<?>> writes) {
    this.kind = kind;
    this.stage = stage;
    this.reads = reads;
    this.writes = writes;
  }

  @Override
  public final String id() {
    return kind;
  }

  @Override
  public final String kind() {
    return kind;
  }

  @Override
  public final SeriesScope series() {
    return SeriesScope.EVERY;
  }

  @Override
  public final Optional<String> reference() {
    return Optional.empty();
  }

  @Override
  public final Stage stage() {
    return stage;
  }

  @Override
  public final Set<FigureKey<?>> reads(Contract contract, Series series) {
    return reads;
  }

  @Override
  public final Set<FigureKey<?>> writes() {
    return writes;
  }
}
