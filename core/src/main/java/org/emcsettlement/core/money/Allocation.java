package org.emcsettlement.core.money;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.emcsettlement.core.quantity.Rational;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Splits a posted amount into whole fen that add up to it: the largest remainder method
 * (settlement-methods, section 7).
 *
 * <p>Every member gets the floor of its exact quota; the fen that are left go one each to the
 * largest fractional parts, ties to the lower rank. Not monotone in the total: for running totals
 * use {@link Proration}.
 */
public final class Allocation {

  /**
   * A member of an allocation.
   *
   * @param weight not negative
   * @param rank its declared place when remainders tie; lower goes first, unique in one allocation
   */
  public record Member(Rational weight, int rank) {}

  private Allocation() {}

  /**
   * Splits an amount.
   *
   * @param total the amount to split, of either sign
   * @param members the members in any order
   * @return one amount per member, in the members' order; they add up to the total
   * @throws IllegalArgumentException if there is no positive weight, a weight is negative, or two
   *     members share a rank
   */
  public static List<Money> largestRemainder(Money total, List<Member> members) {
    Rational sum = checkedSum(members);
    if (total.isNegative()) {
      return largestRemainder(total.negated(), members).stream().map(Money::negated).toList();
    }
    Rational fen = Rational.of(total.getAmountMinorLong());
    List<Rational> quotas =
        members.stream().map(member -> fen.times(member.weight()).dividedBy(sum)).toList();
    List<BigInteger> parts = new ArrayList<>(quotas.stream().map(Rational::floor).toList());
    BigInteger left =
        BigInteger.valueOf(total.getAmountMinorLong())
            .subtract(parts.stream().reduce(BigInteger.ZERO, BigInteger::add));
    IntStream.range(0, members.size())
        .boxed()
        .filter(i -> members.get(i).weight().signum() > 0)
        .sorted(
            Comparator.comparing((Integer i) -> fraction(quotas.get(i)))
                .reversed()
                .thenComparing(i -> members.get(i).rank()))
        .limit(left.longValueExact())
        .forEach(i -> parts.set(i, parts.get(i).add(BigInteger.ONE)));
    CurrencyUnit currency = total.getCurrencyUnit();
    return parts.stream().map(part -> Money.ofMinor(currency, part.longValueExact())).toList();
  }

  private static Rational fraction(Rational quota) {
    return quota.minus(Rational.of(quota.floor(), BigInteger.ONE));
  }

  private static Rational checkedSum(List<Member> members) {
    Set<Integer> ranks = new HashSet<>();
    Rational sum = Rational.ZERO;
    for (Member member : members) {
      if (member.weight().signum() < 0) {
        throw new IllegalArgumentException(
            "weight " + member.weight() + " of rank " + member.rank() + " is negative");
      }
      if (!ranks.add(member.rank())) {
        throw new IllegalArgumentException("rank " + member.rank() + " is given to two members");
      }
      sum = sum.plus(member.weight());
    }
    if (sum.signum() == 0) {
      throw new IllegalArgumentException(
          "weights " + members.stream().map(Member::weight).toList() + " add up to zero");
    }
    return sum;
  }
}
