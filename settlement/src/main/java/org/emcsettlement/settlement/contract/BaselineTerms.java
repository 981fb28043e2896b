package org.emcsettlement.settlement.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.baseline.model.YearPolicy;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.series.Resolution;

/** How the baseline of one commodity was agreed. */
public sealed interface BaselineTerms {

  /** Where a baseline comes from. */
  enum Source {
    /** A table of quantities. */
    TABLE,
    /** Chosen from several years by a policy. */
    YEAR_POLICY,
    /** A quantity that follows ratios of drivers. */
    DRIVER_RATIO,
    /** A fitted and frozen model. */
    FITTED
  }

  /** {@return the id, also the name of its file in {@code baselines/}} */
  String id();

  /** {@return the commodity} */
  Commodity commodity();

  /** {@return the baseline period} */
  Period period();

  /** {@return where it comes from} */
  @JsonProperty
  Source source();

  /**
   * An agreed table.
   *
   * @param id the id
   * @param commodity the commodity
   * @param period the baseline period
   * @param annual the quantity of a contract year, spread by days [canonical unit]
   * @param monthly the quantities of January to December, instead of the annual one
   */
  record Table(
      String id,
      Commodity commodity,
      Period period,
      Optional<BigDecimal> annual,
      List<BigDecimal> monthly)
      implements BaselineTerms {
    @Override
    public Source source() {
      return Source.TABLE;
    }
  }

  /**
   * A baseline chosen from several years.
   *
   * @param id the id
   * @param commodity the commodity
   * @param period the baseline period
   * @param years the consumption of consecutive years, oldest first
   * @param policy how it is chosen
   * @param profile the shares of January to December in a year, adding up to 1; empty spreads by
   *     days
   */
  record Years(
      String id,
      Commodity commodity,
      Period period,
      List<YearUse> years,
      YearPolicy policy,
      List<BigDecimal> profile)
      implements BaselineTerms {
    @Override
    public Source source() {
      return Source.YEAR_POLICY;
    }
  }

  /**
   * The consumption of one year.
   *
   * @param year the calendar year
   * @param quantity its consumption [canonical unit]
   */
  record YearUse(int year, BigDecimal quantity) {}

  /**
   * A quantity that follows ratios of drivers: {@code Q·Π(w·D/D_ref + 1 − w)}.
   *
   * @param id the id
   * @param commodity the commodity
   * @param period the baseline period
   * @param annual the quantity of a contract year, spread by days [canonical unit]
   * @param ratios the drivers
   */
  record DriverRatio(
      String id, Commodity commodity, Period period, BigDecimal annual, List<Ratio> ratios)
      implements BaselineTerms {
    @Override
    public Source source() {
      return Source.DRIVER_RATIO;
    }
  }

  /**
   * One driver of a ratio.
   *
   * @param driver the driver, e.g. HEADCOUNT or HDD(18)
   * @param weight w, the part of use that follows it
   * @param reference D_ref, its value in the baseline period
   */
  record Ratio(String driver, BigDecimal weight, BigDecimal reference) {}

  /**
   * A fitted model.
   *
   * @param id the id
   * @param commodity the commodity
   * @param period the baseline period
   * @param drivers linear drivers beside temperature
   * @param station the weather station
   * @param method the method, {@code auto} by default
   * @param resolution the resolution that is fitted; by default that of the meters
   * @param digest the digest of the frozen baseline, once agreed
   */
  record Fitted(
      String id,
      Commodity commodity,
      Period period,
      List<DriverTerm> drivers,
      Optional<String> station,
      String method,
      Optional<Resolution> resolution,
      Optional<String> digest)
      implements BaselineTerms {
    @Override
    public Source source() {
      return Source.FITTED;
    }
  }

  /**
   * A linear driver of a fitted model.
   *
   * @param name HEADCOUNT, VISITORS, OPERATING_HOURS, WORKDAY or an own variable
   * @param sign the sign its coefficient must have, if one is declared: +1 or −1
   */
  record DriverTerm(String name, Optional<Integer> sign) {}
}
