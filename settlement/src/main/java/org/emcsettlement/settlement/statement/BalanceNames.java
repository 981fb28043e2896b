package org.emcsettlement.settlement.statement;

/** The balances that the clauses of the library carry. */
public final class BalanceNames {

  /** Negative savings carried into later periods, zero or negative. */
  public static final String DEFICIT = "DEFICIT";

  /** Amounts withheld and not yet released. */
  public static final String RETENTION = "RETENTION";

  /** Everything withheld so far, released or not, where withholding has a ceiling. */
  public static final String RETENTION_WITHHELD = "RETENTION_WITHHELD";

  /** What a performance clause has deducted in the contract year; the clause's id follows. */
  public static final String SCORE_DEDUCTION = "SCORE_DEDUCTION/";

  /** Linked parts that wait for their score; the clause's id and the period follow. */
  public static final String SCORE_OPEN = "SCORE_OPEN/";

  /** What itemised deductions have come to in the contract year; the clause's id follows. */
  public static final String DEDUCTIONS = "DEDUCTIONS/";

  /** Advances received and not yet offset. */
  public static final String ADVANCE = "ADVANCE";

  /** Compensation beyond its cap, to be recovered from later excess. */
  public static final String UNRECOVERED_SHORTFALL = "UNRECOVERED_SHORTFALL";

  /** The same of one guarantee where several carry it; the guarantee's id follows. */
  public static final String UNRECOVERED_SHORTFALL_OF = "UNRECOVERED_SHORTFALL/";

  /** Compensation to be withheld from later payments; the guarantee's id follows. */
  public static final String COMPENSATION_OPEN = "COMPENSATION_OPEN/";

  /** Compensation of a cumulative guarantee so far; the guarantee's id follows. */
  public static final String COMPENSATED = "COMPENSATED/";

  /** Compensation booked provisionally in the contract year; the guarantee's id follows. */
  public static final String PROVISIONAL_COMPENSATION = "PROVISIONAL_COMPENSATION/";

  /** Compensation that a later excess may give back; the guarantee's id and the year follow. */
  public static final String CURABLE_SHORTFALL = "CURABLE_SHORTFALL/";

  /** Compensation beyond its cap, to be made good by a longer term; the guarantee's id follows. */
  public static final String TERM_EXTENSION = "TERM_EXTENSION/";

  /** What a guarantee has booked in the contract year inside the tax base; its id follows. */
  public static final String GUARANTEE_BOOKED = "GUARANTEE_BOOKED/";

  /** Negative fees carried into later periods, zero or negative. */
  public static final String CREDIT = "CREDIT";

  /** What the regular statements of the contract year have invoiced. */
  public static final String INVOICED = "INVOICED";

  /** The tax of what the regular statements of the contract year have invoiced. */
  public static final String INVOICED_TAX = "INVOICED_TAX";

  /** What they have invoiced in a tax category of its own; the category's id follows. */
  public static final String INVOICED_CATEGORY = "INVOICED/";

  /** What the regular statements of the contract year have owed outside the tax base. */
  public static final String SETTLED_OUTSIDE = "SETTLED_OUTSIDE";

  /** What was paid too much and is set against later statements. */
  public static final String OVERPAYMENT = "OVERPAYMENT";

  /** The verified savings of the contract year so far, where they are netted over the year. */
  public static final String YEAR_SAVINGS = "YEAR_SAVINGS";

  /** What bills exceeded the fee by, dropped by the regular statements of a contract year. */
  public static final String DROPPED_NET = "DROPPED_NET";

  /** The losses of a contract year that its regular statements have forgotten. */
  public static final String FORGOTTEN_LOSS = "FORGOTTEN_LOSS";

  /** Savings inside their interval, held back until the contract year ends. */
  public static final String HELD_SAVINGS = "HELD_SAVINGS";

  /** The savings that a clause has shared by cumulative bands; the clause's id follows. */
  public static final String SHARED_SAVINGS = "SHARED_SAVINGS/";

  /** What the shares of a clause have recovered; the clause's id follows. */
  public static final String RECOVERED_INVESTMENT = "RECOVERED_INVESTMENT/";

  /** What counts against a cumulative limit so far; the clause's id follows. */
  public static final String LIMITED = "LIMITED/";

  /**
   * What a limit has stored; the clause's id, {@link #ORIGIN} and the statement period in which it
   * arose follow.
   */
  public static final String BANK = "BANK/";

  /** Stands before the origin of a balance that ends when it is used up. */
  public static final String ORIGIN = "@";

  /**
   * Ends the name of a balance that holds what a clause booked inside the tax base, where its
   * deductions stand outside and have a balance of their own.
   */
  public static final String TAXED = "/taxed";

  private BalanceNames() {}
}
