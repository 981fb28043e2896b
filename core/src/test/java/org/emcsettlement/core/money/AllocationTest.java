package org.emcsettlement.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.emcsettlement.core.csv.CsvRow;
import org.emcsettlement.core.csv.CsvTable;
import org.emcsettlement.core.money.Allocation.Member;
import org.emcsettlement.core.quantity.Rational;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AllocationTest {

  private static final CurrencyUnit CNY = CurrencyUnit.of("CNY");

  static Stream<CsvRow> vectors() {
    return CsvTable.resource(AllocationTest.class, "allocation-vectors.csv").rows().stream();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void publishedVectorsAreReproduced(CsvRow vector) {
    List<Member> members = new ArrayList<>();
    for (String weight : vector.requiredText("weights").orElseThrow().split(" ", -1)) {
      members.add(new Member(Rational.parse(weight), members.size()));
    }
    Money total = Money.of(CNY, vector.requiredDecimal("total").orElseThrow());
    List<Money> expected =
        Arrays.stream(vector.requiredText("expected").orElseThrow().split(" ", -1))
            .map(amount -> Money.of(CNY, new BigDecimal(amount)))
            .toList();
    assertThat(Allocation.largestRemainder(total, members)).isEqualTo(expected);
  }

  @Test
  void allZeroNegativeAndRepeatedMembersAreRefused() {
    Money total = Money.ofMinor(CNY, 100);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Allocation.largestRemainder(total, List.of(new Member(Rational.ZERO, 0))))
        .withMessageContaining("add up to zero");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Allocation.largestRemainder(total, List.of(new Member(Rational.of(-1), 0))))
        .withMessageContaining("negative");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Allocation.largestRemainder(
                    total, List.of(new Member(Rational.ONE, 3), new Member(Rational.ONE, 3))))
        .withMessageContaining("rank 3");
  }
}
