package org.emcsettlement.settlement.statement;

import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.PostedAmount;

/** The figures that the clauses of the library exchange. */
public final class Figures {

  /** The agreed quantity of a contract year before adjustment, by commodity. */
  public static final FigureKey<Figure> BASELINE_YEAR = FigureKey.exact("BASELINE_YEAR");

  /** The baseline before adjustment, by commodity and segment. */
  public static final FigureKey<Figure> BASELINE = FigureKey.exact("BASELINE");

  /** The adjusted baseline, by commodity and segment, over all its days. */
  public static final FigureKey<Figure> ADJUSTED_BASELINE = FigureKey.exact("ADJUSTED_BASELINE");

  /** What a model predicts for the days left out of the comparison, by commodity and segment. */
  public static final FigureKey<Figure> MODEL_LEFT_OUT = FigureKey.exact("MODEL_LEFT_OUT");

  /** What a model predicts, before non-routine adjustment, by commodity and segment. */
  public static final FigureKey<Figure> MODEL_BASELINE = FigureKey.exact("MODEL_BASELINE");

  /** The variance of non-routine adjustments on the counted days, by commodity. */
  public static final FigureKey<Figure> ADJUSTMENT_VARIANCE =
      FigureKey.exact("ADJUSTMENT_VARIANCE");

  /** The adjusted baseline of a commodity over the period, rounded if the contract says so. */
  public static final FigureKey<Figure> ADJUSTED_TOTAL = FigureKey.exact("ADJUSTED_TOTAL");

  /** The adjusted baseline of the counted days of a commodity, rounded if the contract says so. */
  public static final FigureKey<Figure> COUNTED_TOTAL = FigureKey.exact("COUNTED_TOTAL");

  /** The actual use of a commodity over the counted days of the period. */
  public static final FigureKey<Figure> ACTUAL_TOTAL = FigureKey.exact("ACTUAL_TOTAL");

  /** The price that valued quantities, by commodity and segment. */
  public static final FigureKey<Figure> PRICE = FigureKey.exact("PRICE");

  /** The price that values quantities, by commodity and segment, if a clause adjusted it. */
  public static final FigureKey<Figure> APPLIED_PRICE = FigureKey.exact("APPLIED_PRICE");

  /** The adjusted baseline of the counted days, by commodity and segment. */
  public static final FigureKey<Figure> COUNTED_BASELINE = FigureKey.exact("COUNTED_BASELINE");

  /** The actual use of the counted days, by commodity and segment. */
  public static final FigureKey<Figure> ACTUAL = FigureKey.exact("ACTUAL");

  /** The avoided quantity, adjusted baseline less actual, by commodity and segment. */
  public static final FigureKey<Figure> AVOIDED = FigureKey.exact("AVOIDED");

  /** The avoided quantity of a commodity over the period, rounded if the contract says so. */
  public static final FigureKey<Figure> AVOIDED_TOTAL = FigureKey.exact("AVOIDED_TOTAL");

  /** The half-width of the regression interval of the avoided quantity, by fitted commodity. */
  public static final FigureKey<Figure> HALF_WIDTH_REGRESSION =
      FigureKey.exact("HALF_WIDTH_REGRESSION");

  /** The half-width of the ASHRAE interval of the avoided quantity, by fitted commodity. */
  public static final FigureKey<Figure> HALF_WIDTH_ASHRAE = FigureKey.exact("HALF_WIDTH_ASHRAE");

  /** The baseline at reference prices, by commodity. */
  public static final FigureKey<PostedAmount> BASELINE_COST = FigureKey.posted("BASELINE_COST");

  /** The adjusted baseline at the prices in force, by commodity. */
  public static final FigureKey<PostedAmount> ADJUSTED_COST = FigureKey.posted("ADJUSTED_COST");

  /** The actual use at the prices in force, by commodity. */
  public static final FigureKey<PostedAmount> ACTUAL_COST = FigureKey.posted("ACTUAL_COST");

  /** The value of the avoided quantity, by commodity and first segment of one price. */
  public static final FigureKey<PostedAmount> SAVINGS_VALUE = FigureKey.posted("SAVINGS_VALUE");

  /** The savings of the period after eligibility and deadband. */
  public static final FigureKey<PostedAmount> VERIFIED_SAVINGS =
      FigureKey.posted("VERIFIED_SAVINGS");

  /** What there is to share after carried deficits. */
  public static final FigureKey<PostedAmount> SHAREABLE_SAVINGS =
      FigureKey.posted("SHAREABLE_SAVINGS");

  /** The hosting fee base of the contract year. */
  public static final FigureKey<PostedAmount> FEE_BASE = FigureKey.posted("FEE_BASE");

  /** The exact energy part of the fee base by commodity: coefficient times baseline cost. */
  public static final FigureKey<Figure> ENERGY_PART = FigureKey.exact("ENERGY_PART");

  /** The product of 1 + a of the adjustments that multiply, by commodity and segment. */
  public static final FigureKey<Figure> FEE_FACTOR = FigureKey.exact("FEE_FACTOR");

  /** The fees earned in the period before performance, all of them together. */
  public static final FigureKey<PostedAmount> FEE = FigureKey.posted("FEE");

  /** The service provider's share of savings. */
  public static final FigureKey<PostedAmount> PROVIDER_SHARE = FigureKey.posted("PROVIDER_SHARE");

  /** What is guaranteed for the days of the statement, in the unit of the guarantee. */
  public static final FigureKey<Figure> GUARANTEE = FigureKey.exact("GUARANTEE");

  /** What was saved of it, in the same unit. */
  public static final FigureKey<Figure> GUARANTEE_VERIFIED = FigureKey.exact("GUARANTEE_VERIFIED");

  /** What one unit of it is worth. */
  public static final FigureKey<Figure> GUARANTEE_PRICE = FigureKey.exact("GUARANTEE_PRICE");

  /** What the contract year entitles to, before tax treatment. */
  public static final FigureKey<PostedAmount> ANNUAL_ENTITLEMENT =
      FigureKey.posted("ANNUAL_ENTITLEMENT");

  /** The payable lines without tax. */
  public static final FigureKey<PostedAmount> NET_TOTAL = FigureKey.posted("NET_TOTAL");

  /** The tax of the payable lines. */
  public static final FigureKey<PostedAmount> TAX_TOTAL = FigureKey.posted("TAX_TOTAL");

  /** The payable lines with tax. */
  public static final FigureKey<PostedAmount> GROSS_TOTAL = FigureKey.posted("GROSS_TOTAL");

  /** The payable lines outside the tax base. */
  public static final FigureKey<PostedAmount> OUTSIDE_TOTAL = FigureKey.posted("OUTSIDE_TOTAL");

  /** What is to be paid. */
  public static final FigureKey<PostedAmount> NET_PAYABLE = FigureKey.posted("NET_PAYABLE");

  private Figures() {}
}
