package org.emcsettlement.baseline.event;

import java.math.BigDecimal;
import java.util.List;
import org.emcsettlement.baseline.uncertainty.SavingsUncertainty;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Rational;

/**
 * An event by quantities that the parties agreed, row by row, each spread evenly over its days.
 *
 * @param basis what it rests on; rows count only inside its days
 * @param rows the agreed rows
 */
public record FixedTable(Basis basis, List<Row> rows) implements Adjustment {

  /**
   * An agreed quantity.
   *
   * @param days its days, at least one
   * @param quantity what is added over all its days [canonical unit]
   * @param standardUncertainty one standard deviation of the quantity, independent of other rows; 0
   *     if it was agreed as exact [canonical unit]
   */
  public record Row(Period days, BigDecimal quantity, BigDecimal standardUncertainty) {

    /**
     * An agreed quantity.
     *
     * @param days its days
     * @param quantity what is added over all its days [canonical unit]
     * @param standardUncertainty one standard deviation [canonical unit]
     * @throws IllegalArgumentException if there is no day or the uncertainty is below 0
     */
    public Row {
      if (days.isEmpty() || standardUncertainty.signum() < 0) {
        throw new IllegalArgumentException(
            "row " + days + " must hold a day, and standardUncertainty not be below 0");
      }
    }

    private Rational share(Period period) {
      return Rational.of(days.daysIn(period)).dividedBy(Rational.of(days.days()));
    }
  }

  /**
   * A table.
   *
   * @param basis what it rests on
   * @param rows the agreed rows
   */
  public FixedTable {
    rows = List.copyOf(rows);
  }

  @Override
  public BigDecimal quantity(Period period) {
    Rational sum = Rational.ZERO;
    for (Row row : rows) {
      sum = sum.plus(Rational.of(row.quantity()).times(share(row, period)));
    }
    return Adjustment.decimal(sum);
  }

  @Override
  public BigDecimal standardUncertainty(Period period) {
    Rational squares = Rational.ZERO;
    for (Row row : rows) {
      Rational part = Rational.of(row.standardUncertainty()).times(share(row, period));
      squares = squares.plus(part.times(part));
    }
    return SavingsUncertainty.root(squares);
  }

  private Rational share(Row row, Period period) {
    return basis.days().overlap(period).map(row::share).orElse(Rational.ZERO);
  }
}
