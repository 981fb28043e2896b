package org.emcsettlement.settlement.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DistributionTest {

  private static List<BigDecimal> numbers(int... values) {
    return IntStream.of(values).mapToObj(BigDecimal::valueOf).toList();
  }

  /** Of 1 to 101 the p-th percentile is p + 1. */
  @Test
  void percentilesOfEquallySpacedNumbers() {
    Distribution values =
        Distribution.of(IntStream.rangeClosed(1, 101).mapToObj(BigDecimal::valueOf).toList(), 0);
    assertThat(values)
        .isEqualTo(
            new Distribution(
                BigDecimal.valueOf(51),
                BigDecimal.valueOf(6),
                BigDecimal.valueOf(26),
                BigDecimal.valueOf(51),
                BigDecimal.valueOf(76),
                BigDecimal.valueOf(96)));
  }

  /** PERCENTILE.INC of 1, 2, 3, 4 gives 1.75 at a quarter, as its manual says of type 7. */
  @Test
  void percentilesAreLinearBetweenNumbersInAnyOrder() {
    Distribution values = Distribution.of(numbers(4, 1, 3, 2), 3);
    assertThat(values.p25()).isEqualTo("1.750");
    assertThat(values.p50()).isEqualTo("2.500");
    assertThat(values.p75()).isEqualTo("3.250");
    assertThat(values.p5()).isEqualTo("1.150");
    assertThat(values.p95()).isEqualTo("3.850");
    assertThat(values.mean()).isEqualTo("2.500");
  }

  @Test
  void oneNumberIsEveryPercentile() {
    Distribution values = Distribution.of(numbers(7), 2);
    BigDecimal seven = new BigDecimal("7.00");
    assertThat(values).isEqualTo(new Distribution(seven, seven, seven, seven, seven, seven));
  }

  @Test
  void nothingHasNoDistribution() {
    assertThatThrownBy(() -> Distribution.of(List.of(), 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least one");
  }
}
