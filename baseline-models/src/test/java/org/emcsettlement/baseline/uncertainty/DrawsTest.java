package org.emcsettlement.baseline.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.emcsettlement.core.quantity.Rational;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawsTest {

  private static final long SCALE = 1L << 53;

  private static BigDecimal decimal(String text) {
    return new BigDecimal(text);
  }

  /** Computed with Python's hashlib from the text that the Javadoc states. */
  @ParameterizedTest
  @CsvSource({"1, weather/1, 0, ab99355d4c955", "7, measure/lighting, 3, 0d8b0c0e19d05"})
  void uniformNumbersFollowFromTheHash(long seed, String name, int index, String digits) {
    long k = Long.parseLong(digits, 16);
    assertThat(new Draws(seed).uniform(name, index)).isEqualTo(Rational.of(2 * k + 1, SCALE));
  }

  @Test
  void aNumberDependsOnSeedNameAndIndexAlone() {
    Draws draws = new Draws(1);
    Rational first = draws.uniform("a", 0);
    draws.uniform("b", 0);
    draws.normal("a", 1);
    assertThat(new Draws(1).uniform("a", 0)).isEqualTo(first);
    assertThat(draws.uniform("a", 1)).isNotEqualTo(first);
    assertThat(draws.uniform("b", 0)).isNotEqualTo(first);
    assertThat(new Draws(2).uniform("a", 0)).isNotEqualTo(first);
  }

  /** Check values of Applied Statistics 37 (1988), 477–484, beside those of another library. */
  @ParameterizedTest
  @CsvSource({
    "0.25, -0.6744897501960817",
    "0.001, -3.090232306167814",
    "1E-20, -9.262340089798408"
  })
  void quantilesAreThoseOfTheAlgorithm(double probability, double quantile) {
    assertThat(NormalQuantile.of(probability)).isEqualTo(quantile, within(2e-15 * -quantile));
  }

  @Test
  void quantilesAreThoseOfTheDistribution() {
    NormalDistribution normal = NormalDistribution.of(0, 1);
    for (double p = 0.0005; p < 1; p += 0.0005) {
      assertThat(NormalQuantile.of(p))
          .isEqualTo(normal.inverseCumulativeProbability(p), within(1e-12));
    }
  }

  @Test
  void normalNumbersHaveMeanZeroAndDeviationOne() {
    Draws draws = new Draws(3);
    int count = 4000;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < count; i++) {
      double z = draws.normal("z", i).doubleValue();
      sum += z;
      squares += z * z;
    }
    // four standard errors
    assertThat(sum / count).isEqualTo(0, within(4 / Math.sqrt(count)));
    assertThat(squares / count).isEqualTo(1, within(4 * Math.sqrt(2.0 / count)));
  }

  @Test
  void choicesAreEquallyLikely() {
    int[] counts = new int[3];
    for (int i = 0; i < 3000; i++) {
      counts[new Draws(5).choice("year", i, 3)]++;
    }
    for (int count : counts) {
      // four standard errors of a binomial count
      assertThat((double) count).isEqualTo(1000, within(4 * Math.sqrt(3000 * 2 / 9.0)));
    }
  }

  @Test
  void aCertainValueIsItself() {
    BigDecimal value = decimal("0.123");
    assertThat(new Draws(1).triangular("a", 0, value, value, value)).isEqualTo(value);
  }

  @Test
  void valuesOutOfOrderAreRefused() {
    assertThatThrownBy(
            () -> new Draws(1).triangular("a", 0, decimal("2"), decimal("1"), decimal("3")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("low 2", "likely 1", "high 3");
  }

  /**
   * s² = 4, C = 0.01, X = D = 365, no autocorrelation: lasting² = 4·0.01·365², scatter = 4·365; on
   * top 5 % of 10,000 from year to year.
   */
  @Test
  void theErrorOfAYearHasALastingAndAYearlyPart() {
    ErrorStructure errors =
        ErrorStructure.builder()
            .residualVariance(decimal("4"))
            .addInverseGram(List.of(decimal("0.01")))
            .observations(100)
            .parameters(1)
            .autocorrelation(decimal("0"))
            .effectiveObservations(decimal("100"))
            .cvRmse(decimal("0.1"))
            .confidence(decimal("0.9"))
            .quantile(decimal("1.6"))
            .daysPerObservation(decimal("1"))
            .build();
    YearError error = YearError.of(errors, List.of(Rational.of(365)), 365, Rational.of(10_000));
    assertThat(error.lasting().doubleValue()).isEqualTo(73, within(1e-6));
    assertThat(error.yearly().doubleValue())
        .isEqualTo(Math.sqrt(4 * 365 + 500.0 * 500.0), within(1e-6));
  }
}
