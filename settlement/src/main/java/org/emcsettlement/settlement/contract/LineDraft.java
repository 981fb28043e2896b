package org.emcsettlement.settlement.contract;

import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.Interval;
import org.emcsettlement.settlement.statement.LineKind;
import org.emcsettlement.settlement.statement.Series;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.PostedAmount;
import org.immutables.value.Value;

/** A line as a clause makes it, before it is known what is invoiced and taxed. */
@LibraryStyle
@Value.Immutable
public interface LineDraft {

  /** What becomes of a line. */
  enum Use {
    /** Shown only. */
    MEMO,
    /** Earned in the period; billing decides what of it is owed now. */
    ENTITLEMENT,
    /** Set against what is earned: utility bills, and what is carried of them. */
    SET_OFF,
    /** Owed as it stands: retention, advances, and what billing makes. */
    PAYABLE
  }

  /**
   * The tax of a payable line.
   *
   * @param category its tax category
   * @param rate the rate, zero if tax does not apply at a rate
   * @param net the amount without tax
   * @param tax the tax
   * @param gross the amount with tax
   */
  record Tax(
      TaxCategory category, Figure rate, PostedAmount net, PostedAmount tax, PostedAmount gross) {}

  /** {@return the item inside its clause; empty if the clause makes one line} */
  @Value.Default
  default String item() {
    return "";
  }

  /** {@return what the line is} */
  LineKind kind();

  /** {@return what becomes of it} */
  @Value.Default
  default Use use() {
    return Use.MEMO;
  }

  /** {@return whether it is part of the tax base} */
  @Value.Default
  default boolean taxable() {
    return true;
  }

  /**
   * {@return whether it gives back a deduction, or takes one over: then it is treated as that was,
   * though it be positive}
   */
  @Value.Default
  default boolean givesBack() {
    return false;
  }

  /** {@return how the tax terms treat it, if that took it out of the tax base} */
  Optional<TaxTerms.Treatment> treatment();

  /** {@return the id of its tax category, if clause and commodity do not tell} */
  Optional<String> taxCategory();

  /**
   * {@return whether its amount is that of the whole contract year, so that adding it up over
   * statements means nothing}
   */
  @Value.Default
  default boolean wholeYear() {
    return false;
  }

  /** {@return the commodity it is about} */
  Optional<Commodity> commodity();

  /** {@return the days it is about, if not the whole service period} */
  Optional<Period> period();

  /** {@return its quantity} */
  Optional<Figure> quantity();

  /** {@return its price or ratio} */
  Optional<Figure> unitPrice();

  /** {@return its amount before rounding} */
  Optional<Figure> exact();

  /** {@return its posted amount} */
  Optional<PostedAmount> amount();

  /** {@return intervals around its quantity} */
  List<Interval> intervals();

  /** {@return how it came about, for readers} */
  Optional<Bilingual> remark();

  /**
   * Whether a statement owes the line as it stands. In an annual statement the taxable entitlements
   * are only shown: the true-up is owed instead.
   *
   * @param series the series of the statement
   * @return whether it is owed
   */
  default boolean isOwed(Series series) {
    return switch (use()) {
      case PAYABLE -> true;
      case ENTITLEMENT, SET_OFF -> series == Series.REGULAR || !taxable();
      case MEMO -> false;
    };
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link LineDraft}. */
  final class Builder extends ImmutableLineDraft.Builder {
    Builder() {}
  }
}
