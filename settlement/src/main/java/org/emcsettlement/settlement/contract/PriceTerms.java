package org.emcsettlement.settlement.contract;

import java.math.BigDecimal;
import java.util.Optional;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.finding.RuleException;
import org.emcsettlement.core.quantity.Commodity;
import org.immutables.value.Value;

/** How quantities of one commodity are priced (settlement-methods, 5.5). */
@LibraryStyle
@Value.Immutable
public interface PriceTerms {

  /** {@return the commodity} */
  Commodity commodity();

  /** {@return which price values an avoided quantity} */
  @Value.Default
  default Basis basis() {
    return Basis.CURRENT;
  }

  /** {@return P0, the price fixed in the contract [currency per canonical unit]} */
  Optional<BigDecimal> reference();

  /** {@return the table in {@code prices/} of the price in force} */
  Optional<String> file();

  /** {@return g, the yearly escalation} */
  Optional<BigDecimal> escalation();

  /** {@return whether escalation compounds} */
  @Value.Default
  default boolean compounding() {
    return true;
  }

  /** {@return I0, the index at signing} */
  Optional<BigDecimal> indexBase();

  /** {@return the table in {@code prices/} of the index} */
  Optional<String> indexFile();

  /** {@return the lower bound of a collar} */
  Optional<BigDecimal> least();

  /** {@return the upper bound of a collar} */
  Optional<BigDecimal> greatest();

  /** {@return w, the part of the fixed price in a blend} */
  Optional<BigDecimal> weight();

  /** {@return decimals the price is rounded to before it is applied; absent leaves it exact} */
  Optional<Integer> scale();

  /** The price bases. */
  enum Basis {
    /** P0. */
    FIXED,
    /** The price in force on the service date. */
    CURRENT,
    /** P0 × (1 + g)^(n−1) in contract year n, or P0 × (1 + g(n−1)). */
    ESCALATED,
    /** P0 × I ÷ I0. */
    INDEXED,
    /** The larger of P0 and the price in force. */
    FLOOR,
    /** The price in force between two bounds. */
    COLLAR,
    /** w × P0 + (1 − w) × the price in force. */
    BLEND
  }

  /** Checks that the basis has what it needs. */
  @Value.Check
  default void check() {
    boolean complete =
        switch (basis()) {
          case FIXED -> reference().isPresent();
          case CURRENT -> file().isPresent();
          case ESCALATED -> reference().isPresent() && escalation().isPresent();
          case INDEXED ->
              reference().isPresent() && indexBase().isPresent() && indexFile().isPresent();
          case FLOOR -> reference().isPresent() && file().isPresent();
          case COLLAR -> file().isPresent() && least().isPresent() && greatest().isPresent();
          case BLEND -> reference().isPresent() && file().isPresent() && weight().isPresent();
        };
    if (!complete) {
      throw new RuleException(
          "单价口径 "
              + basis()
              + " 缺少所需的键：FIXED 需要 reference；CURRENT 需要 file；ESCALATED 需要 reference、escalation；"
              + "INDEXED 需要 reference、indexBase、indexFile；FLOOR 需要 reference、file；"
              + "COLLAR 需要 file、least、greatest；BLEND 需要 reference、file、weight",
          "price basis "
              + basis()
              + ": FIXED needs reference; CURRENT file; ESCALATED reference, escalation; INDEXED"
              + " reference, indexBase, indexFile; FLOOR reference, file; COLLAR file, least,"
              + " greatest; BLEND reference, file, weight");
    }
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link PriceTerms}. */
  final class Builder extends ImmutablePriceTerms.Builder {
    Builder() {}
  }
}
