package org.emcsettlement.settlement.contract;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.baseline.judge.CriteriaSet;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.finding.Effect;
import org.immutables.value.Value;

/** What the parties agreed about doubtful cases. */
@LibraryStyle
@Value.Immutable
public interface Policies {

  /** {@return effects by finding code, instead of the defaults} */
  Map<String, Effect> findings();

  /** {@return the confidence level of intervals} */
  @Value.Default
  default BigDecimal confidence() {
    return new BigDecimal("0.90");
  }

  /** {@return the criteria set that fitted baselines must meet; by resolution if absent} */
  Optional<CriteriaSet> acceptance();

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Policies}. */
  final class Builder extends ImmutablePolicies.Builder {
    Builder() {}
  }
}
