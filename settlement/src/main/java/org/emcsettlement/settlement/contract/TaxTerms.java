package org.emcsettlement.settlement.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.period.Schedule;

/**
 * Value added tax. Amounts in the contract and its files are in its mode.
 *
 * @param mode whether amounts contain the tax
 * @param rates the rates by the date they hold from
 * @param level where tax is rounded
 * @param category the tax category, as on invoices
 * @param exemption the document of an exemption; the rate is then zero
 */
public record TaxTerms(
    Mode mode,
    @JsonProperty("rate") List<Rate> rates,
    Level level,
    Optional<String> category,
    Optional<String> exemption) {

  /** Whether amounts contain the tax. */
  public enum Mode {
    /** They contain it. */
    INCLUSIVE,
    /** It comes on top. */
    EXCLUSIVE
  }

  /** Where tax is rounded. */
  public enum Level {
    /** On every line, as Chinese e-invoices do. */
    PER_LINE,
    /** Once per document and rate; lines get their part by largest remainder. */
    PER_GROUP
  }

  /**
   * A rate.
   *
   * @param from the first tax point it holds for
   * @param rate the rate as a fraction
   */
  public record Rate(LocalDate from, BigDecimal rate) {}

  /** {@return the rates by date} */
  public Schedule<BigDecimal> schedule() {
    return Schedule.of(rates, Rate::from, Rate::rate);
  }
}
