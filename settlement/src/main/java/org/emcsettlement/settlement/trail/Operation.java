package org.emcsettlement.settlement.trail;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.emcsettlement.baseline.uncertainty.SavingsUncertainty;
import org.emcsettlement.core.money.Allocation;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Rational;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The closed set of operations that a trail is made of. A verifier that knows these can follow any
 * statement.
 */
public enum Operation {
  /** The sum of all inputs. */
  SUM {
    @Override
    Rational apply(List<Rational> in, Map<String, String> attributes) {
      Rational sum = in.get(0);
      for (int i = 1; i < in.size(); i++) {
        sum = sum.plus(in.get(i));
      }
      return sum;
    }
  },
  /** The first input less all others. */
  SUBTRACT {
    @Override
    Rational apply(List<Rational> in, Map<String, String> attributes) {
      Rational difference = in.get(0);
      for (int i = 1; i < in.size(); i++) {
        difference = difference.minus(in.get(i));
      }
      return difference;
    }
  },
  /** The product of all inputs. */
  MULTIPLY {
    @Override
    Rational apply(List<Rational> in, Map<String, String> attributes) {
      Rational product = in.get(0);
      for (int i = 1; i < in.size(); i++) {
        product = product.times(in.get(i));
      }
      return product;
    }
  },
  /** The first input over the second. */
  DIVIDE {
    @Override
    Rational apply(List<Rational> in, Map<String, String> attributes) {
      return in.get(0).dividedBy(in.get(1));
    }
  },
  /** The smallest input. */
  MINIMUM {
    @Override
    Rational apply(List<Rational> in, Map<String, String> attributes) {
      return in.stream().reduce(Rational::min).orElseThrow();
    }
  },
  /** The largest input. */
  MAXIMUM {
    @Override
    Rational apply(List<Rational> in, Map<String, String> attributes) {
      return in.stream().reduce(Rational::max).orElseThrow();
    }
  },
  /** The first input without its sign. */
  ABSOLUTE {
    @Override
    Rational apply(List<Rational> in, Map<String, String> attributes) {
      return in.get(0).absolute();
    }
  },
  /** The first input to the whole power {@code exponent}. */
  POWER {
    @Override
    Rational apply(List<Rational> in, Map<String, String> attributes) {
      return in.get(0).power(Integer.parseInt(attribute(attributes, EXPONENT)));
    }
  },
  /** The square root of the first input, to 12 significant digits. */
  ROOT {
    @Override
    Rational apply(List<Rational> in, Map<String, String> attributes) {
      return Rational.of(SavingsUncertainty.root(in.get(0)));
    }
  },
  /** Σ of products: the first half of the inputs times the second half, one by one. */
  DOT {
    @Override
    Rational apply(List<Rational> in, Map<String, String> attributes) {
      int half = in.size() / 2;
      Rational sum = Rational.ZERO;
      for (int i = 0; i < half; i++) {
        sum = sum.plus(in.get(i).times(in.get(half + i)));
      }
      return sum;
    }
  },
  /** The days of {@code period}. */
  DAYS {
    @Override
    Rational apply(List<Rational> in, Map<String, String> attributes) {
      return Rational.of(Period.parse(attribute(attributes, PERIOD)).days());
    }
  },
  /** The first input rounded to {@code scale} decimals by {@code mode}. */
  ROUND {
    @Override
    Rational apply(List<Rational> in, Map<String, String> attributes) {
      BigDecimal rounded =
          in.get(0)
              .round(
                  Integer.parseInt(attribute(attributes, SCALE)),
                  RoundingMode.valueOf(attribute(attributes, MODE)));
      return Rational.of(rounded);
    }
  },
  /**
   * The part {@code index} of the first input by largest remainder; the other inputs are the
   * weights in rank order.
   */
  ALLOCATE {
    @Override
    Rational apply(List<Rational> in, Map<String, String> attributes) {
      int index = Integer.parseInt(attribute(attributes, INDEX));
      return allocated(in, attribute(attributes, CURRENCY)).get(index);
    }
  },
  /** 1 if the first input stands in {@code relation} to the second, else 0. */
  COMPARE {
    @Override
    Rational apply(List<Rational> in, Map<String, String> attributes) {
      Relation relation = Relation.valueOf(attribute(attributes, RELATION));
      return relation.holds(in.get(0), in.get(1)) ? Rational.ONE : Rational.ZERO;
    }
  },
  /** The second input if the first is 1, the third if it is 0. */
  SELECT {
    @Override
    Rational apply(List<Rational> in, Map<String, String> attributes) {
      return in.get(0).signum() != 0 ? in.get(1) : in.get(2);
    }
  },
  /**
   * The value of the last step whose lower bound the first input reaches; the other inputs are
   * pairs of lower bound and value, bounds rising. Below the first bound the value is that of the
   * first step.
   */
  LOOKUP {
    @Override
    Rational apply(List<Rational> in, Map<String, String> attributes) {
      Rational value = in.get(2);
      for (int i = 1; i < in.size(); i += 2) {
        if (in.get(0).compareTo(in.get(i)) >= 0) {
          value = in.get(i + 1);
        }
      }
      return value;
    }
  },
  /**
   * The part of the first input that lies between the second and the third, or above the second if
   * there is no third; a value on a bound belongs to the lower tier.
   */
  TIER {
    @Override
    Rational apply(List<Rational> in, Map<String, String> attributes) {
      Rational upper = in.size() > 2 ? in.get(0).min(in.get(2)) : in.get(0);
      return upper.minus(in.get(1)).max(Rational.ZERO);
    }
  };

  /** Attribute: the exponent of POWER. */
  public static final String EXPONENT = "exponent";

  /** Attribute: the period of DAYS. */
  public static final String PERIOD = "period";

  /** Attribute: the decimals of ROUND. */
  public static final String SCALE = "scale";

  /** Attribute: the rounding mode of ROUND. */
  public static final String MODE = "mode";

  /** Attribute: the part of ALLOCATE, from 0. */
  public static final String INDEX = "index";

  /** Attribute: the currency of ALLOCATE. */
  public static final String CURRENCY = "currency";

  /** Attribute: the relation of COMPARE. */
  public static final String RELATION = "relation";

  /**
   * Computes the operation.
   *
   * @param in the inputs in order
   * @param attributes what else it needs
   * @return the exact result
   */
  abstract Rational apply(List<Rational> in, Map<String, String> attributes);

  /** All parts of an allocation: the first input is the total, the others are the weights. */
  static List<Rational> allocated(List<Rational> in, String currency) {
    List<Allocation.Member> members = new ArrayList<>();
    for (int i = 1; i < in.size(); i++) {
      members.add(new Allocation.Member(in.get(i), i));
    }
    Money total = Money.of(CurrencyUnit.of(currency), in.get(0).toDecimal().orElseThrow());
    return Allocation.largestRemainder(total, members).stream()
        .map(part -> Rational.of(part.getAmount()))
        .toList();
  }

  /** A named attribute of a node. */
  static String attribute(Map<String, String> attributes, String name) {
    String value = attributes.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "attribute "
              + name
              + " is missing among "
              + Arrays.toString(attributes.keySet().toArray()));
    }
    return value;
  }
}
