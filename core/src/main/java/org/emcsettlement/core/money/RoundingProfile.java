package org.emcsettlement.core.money;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.RoundingMode;
import java.util.Arrays;
import org.emcsettlement.core.quantity.Rational;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * How an exact amount becomes a whole number of fen. Both profiles are odd functions, so a reversal
 * is exact; FLOOR and CEILING are not and cannot be chosen (settlement-methods, section 6).
 */
public enum RoundingProfile {
  /** Ties away from zero (四舍五入). The default. */
  HALF_UP(RoundingMode.HALF_UP),
  /** Ties to the even fen. */
  HALF_EVEN(RoundingMode.HALF_EVEN);

  private final RoundingMode mode;

  RoundingProfile(RoundingMode mode) {
    this.mode = mode;
  }

  /** {@return the stable name} */
  @JsonValue
  public String code() {
    return name();
  }

  /**
   * Looks a profile up.
   *
   * @param code its stable name
   * @return the profile
   * @throws IllegalArgumentException if unknown, or if it would not be symmetric
   */
  public static RoundingProfile of(String code) {
    return Arrays.stream(values())
        .filter(profile -> profile.name().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "rounding mode \""
                        + code
                        + "\" is not one of HALF_UP, HALF_EVEN; modes that are not symmetric make"
                        + " reversals inexact"));
  }

  /** {@return the rounding mode} */
  public RoundingMode mode() {
    return mode;
  }

  /**
   * Rounds an exact amount once.
   *
   * @param amount the exact amount in currency units
   * @param currency the currency; its decimals are the scale
   * @return the posted amount
   */
  public Money round(Rational amount, CurrencyUnit currency) {
    return Money.of(currency, amount.round(currency.getDecimalPlaces(), mode));
  }
}
