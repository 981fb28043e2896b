package org.emcsettlement.core.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.emcsettlement.core.money.Allocation.Member;
import org.emcsettlement.core.quantity.Rational;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Laws of settlement-methods section 8, properties 1 to 9. */
class AllocationProperties {

  private static final CurrencyUnit CNY = CurrencyUnit.of("CNY");

  @Provide
  Arbitrary<Money> totals() {
    return Arbitraries.oneOf(
            Arbitraries.longs().between(-100_000_000_000_000L, 100_000_000_000_000L),
            Arbitraries.of(0L, 1L, -1L, 100_000_000_000_000L))
        .map(fen -> Money.ofMinor(CNY, fen));
  }

  @Provide
  Arbitrary<List<Member>> members() {
    Arbitrary<Rational> weight =
        Arbitraries.oneOf(
            Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(1_000_000))
                .ofScale(9)
                .map(Rational::of),
            Arbitraries.integers().between(0, 3).map(Rational::of));
    return weight
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .map(AllocationProperties::ranked)
        .filter(list -> list.stream().anyMatch(member -> member.weight().signum() > 0));
  }

  private static List<Member> ranked(List<Rational> weights) {
    return IntStream.range(0, weights.size()).mapToObj(i -> new Member(weights.get(i), i)).toList();
  }

  private static Rational quota(Money total, Member member, List<Member> members) {
    Rational sum = members.stream().map(Member::weight).reduce(Rational.ZERO, Rational::plus);
    return Rational.of(total.getAmountMinorLong()).times(member.weight()).dividedBy(sum);
  }

  @Property
  void partsAddUpToTheTotal(
      @ForAll("totals") Money total, @ForAll("members") List<Member> members) {
    assertThat(Money.total(Allocation.largestRemainder(total, members))).isEqualTo(total);
  }

  @Property
  void everyPartIsItsQuotaRoundedDownOrUp(
      @ForAll("totals") Money total, @ForAll("members") List<Member> members) {
    Assume.that(!total.isNegative());
    List<Money> parts = Allocation.largestRemainder(total, members);
    for (int i = 0; i < members.size(); i++) {
      Rational quota = quota(total, members.get(i), members);
      BigDecimal fen = BigDecimal.valueOf(parts.get(i).getAmountMinorLong());
      assertThat(fen)
          .isBetween(quota.round(0, RoundingMode.FLOOR), quota.round(0, RoundingMode.CEILING));
    }
  }

  @Property
  void membersWithoutWeightGetNothingAndChangeNothing(
      @ForAll("totals") Money total, @ForAll("members") List<Member> members) {
    List<Member> more = new ArrayList<>(members);
    more.add(new Member(Rational.ZERO, members.size()));
    List<Money> parts = Allocation.largestRemainder(total, more);
    assertThat(parts.get(members.size()).isZero()).isTrue();
    assertThat(parts.subList(0, members.size()))
        .isEqualTo(Allocation.largestRemainder(total, members));
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i).weight().signum() == 0) {
        assertThat(parts.get(i).isZero()).isTrue();
      }
    }
  }

  @Property
  void negatedTotalGivesNegatedParts(
      @ForAll("totals") Money total, @ForAll("members") List<Member> members) {
    assertThat(Allocation.largestRemainder(total.negated(), members))
        .isEqualTo(
            Allocation.largestRemainder(total, members).stream().map(Money::negated).toList());
  }

  @Property
  void scalingAllWeightsChangesNothing(
      @ForAll("totals") Money total, @ForAll("members") List<Member> members) {
    Rational factor = Rational.of(7, 3);
    List<Member> scaled =
        members.stream().map(m -> new Member(m.weight().times(factor), m.rank())).toList();
    assertThat(Allocation.largestRemainder(total, scaled))
        .isEqualTo(Allocation.largestRemainder(total, members));
  }

  @Property
  void permutingMembersPermutesParts(
      @ForAll("totals") Money total,
      @ForAll("members") List<Member> members,
      @ForAll Random random) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, members.size()).boxed().toList());
    Collections.shuffle(order, random);
    List<Money> parts = Allocation.largestRemainder(total, members);
    assertThat(Allocation.largestRemainder(total, order.stream().map(members::get).toList()))
        .isEqualTo(order.stream().map(parts::get).toList());
  }

  @Property
  void largerWeightsNeverGetLess(
      @ForAll("totals") Money total, @ForAll("members") List<Member> members) {
    Assume.that(!total.isNegative());
    List<Money> parts = Allocation.largestRemainder(total, members);
    for (int i = 0; i < members.size(); i++) {
      for (int j = 0; j < members.size(); j++) {
        int order = members.get(i).weight().compareTo(members.get(j).weight());
        long difference = parts.get(i).getAmountMinorLong() - parts.get(j).getAmountMinorLong();
        if (order > 0) {
          assertThat(difference).isNotNegative();
        } else if (order == 0) {
          assertThat(Math.abs(difference)).isLessThanOrEqualTo(1);
        }
      }
    }
  }

  @Property
  void firstOfTwoPartiesGetsItsRatioRounded(
      @ForAll("totals") Money total, @ForAll("ratios") BigDecimal ratio) {
    Assume.that(!total.isNegative());
    Rational first = Rational.of(ratio);
    List<Member> parties = List.of(new Member(first, 0), new Member(Rational.ONE.minus(first), 1));
    assertThat(Allocation.largestRemainder(total, parties).get(0))
        .isEqualTo(RoundingProfile.HALF_UP.round(Rational.of(total.getAmount()).times(first), CNY));
  }

  @Provide
  Arbitrary<BigDecimal> ratios() {
    return Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.ONE).ofScale(4);
  }

  @Property
  void twoLevelsAddUpOnEach(
      @ForAll("totals") Money total,
      @ForAll("members") List<Member> institutions,
      @ForAll("members") List<Member> buildings) {
    List<Money> upper = Allocation.largestRemainder(total, institutions);
    List<Money> lower = new ArrayList<>();
    for (Money institution : upper) {
      List<Money> parts = Allocation.largestRemainder(institution, buildings);
      assertThat(Money.total(parts)).isEqualTo(institution);
      lower.addAll(parts);
    }
    assertThat(Money.total(lower)).isEqualTo(total);
    Member alone = new Member(Rational.ONE, 0);
    assertThat(Allocation.largestRemainder(total, List.of(alone))).containsExactly(total);
  }
}
