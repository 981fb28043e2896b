package org.emcsettlement.settlement.contract;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.json.CanonicalJson;
import org.emcsettlement.core.money.RoundingProfile;
import org.emcsettlement.core.quantity.Commodity;
import org.immutables.value.Value;
import org.joda.money.CurrencyUnit;

/**
 * What the parties signed, presets expanded. It knows nothing of evidence; {@link
 * ResolvedContract#of} brings the two together.
 */
@LibraryStyle
@Value.Immutable
public interface Contract {

  /** {@return the version of the file's shape} */
  @Value.Default
  default int schemaVersion() {
    return 1;
  }

  /** {@return the id} */
  String id();

  /** {@return the name} */
  String name();

  /** {@return who signed} */
  Parties parties();

  /** {@return the service term} */
  Term term();

  /** {@return the time zone of the buildings} */
  @Value.Default
  default ZoneId timezone() {
    return ZoneId.of("Asia/Shanghai");
  }

  /** {@return the currency of every amount} */
  @Value.Default
  default String currency() {
    return "CNY";
  }

  /** {@return the project boundary} */
  Boundary boundary();

  /** {@return the commodities, in the order statements show them} */
  List<CommodityTerms> commodities();

  /** {@return the meters} */
  List<Meter> meters();

  /** {@return the baselines, one per commodity} */
  List<BaselineTerms> baselines();

  /** {@return the prices, at most one entry per commodity} */
  List<PriceTerms> prices();

  /** {@return the responsibility matrix} */
  Map<String, Risk> risks();

  /** {@return the clauses, presets expanded, in signed order} */
  List<Clause> clauses();

  /** {@return when statements are made} */
  ScheduleTerms schedule();

  /** {@return value added tax} */
  TaxTerms tax();

  /** {@return how amounts are posted} */
  @Value.Default
  default RoundingProfile rounding() {
    return RoundingProfile.HALF_UP;
  }

  /** {@return what was agreed about doubtful cases} */
  @Value.Default
  default Policies policies() {
    return Policies.builder().build();
  }

  /** {@return documents of the contract} */
  List<Attachment> attachments();

  /** {@return the currency} */
  @JsonIgnore
  default CurrencyUnit currencyUnit() {
    return CurrencyUnit.of(currency());
  }

  /**
   * The terms of a commodity's baseline.
   *
   * @param commodity the commodity
   * @return its baseline, absent if none was agreed
   */
  default Optional<BaselineTerms> baseline(Commodity commodity) {
    return baselines().stream().filter(terms -> terms.commodity() == commodity).findFirst();
  }

  /**
   * The terms of a commodity's price.
   *
   * @param commodity the commodity
   * @return its prices, absent if none were agreed
   */
  default Optional<PriceTerms> price(Commodity commodity) {
    return prices().stream().filter(terms -> terms.commodity() == commodity).findFirst();
  }

  /**
   * The decimals to which quantities of a commodity are rounded.
   *
   * @param commodity the commodity
   * @return the decimals, absent if quantities stay exact
   */
  default Optional<Integer> quantityScale(Commodity commodity) {
    return commodities().stream()
        .filter(terms -> terms.id() == commodity)
        .findFirst()
        .flatMap(CommodityTerms::quantityScale);
  }

  /** {@return the identity: SHA-256 of the canonical JSON with presets expanded} */
  @JsonIgnore
  @Value.Lazy
  default String digest() {
    return CanonicalJson.digest(this);
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Contract}. */
  final class Builder extends ImmutableContract.Builder {
    Builder() {}
  }
}
