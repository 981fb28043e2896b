package org.emcsettlement.baseline.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DrawsProperties {

  /** The distribution function, written down from its density, gives the uniform number back. */
  @Property(tries = 300)
  void triangularNumbersAreQuantiles(
      @ForAll long seed,
      @ForAll @IntRange(min = -50, max = 50) int from,
      @ForAll @IntRange(min = 0, max = 40) int rise,
      @ForAll @IntRange(min = 0, max = 40) int fall) {
    if (rise + fall == 0) {
      return;
    }
    Draws draws = new Draws(seed);
    double low = from;
    double likely = low + rise;
    double high = likely + fall;
    double x =
        draws
            .triangular(
                "x",
                0,
                BigDecimal.valueOf(from),
                BigDecimal.valueOf(from + rise),
                BigDecimal.valueOf(from + rise + fall))
            .doubleValue();
    double below =
        x <= likely && rise > 0
            ? (x - low) * (x - low) / ((high - low) * (likely - low))
            : 1 - (high - x) * (high - x) / ((high - low) * (high - likely));
    assertThat(x).isBetween(low, high);
    assertThat(below).isEqualTo(draws.uniform("x", 0).toDouble(), within(1e-8));
  }
}
