package org.emcsettlement.settlement.assessment;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.FactorSet;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.statement.Bilingual;

/**
 * The forms that are compared when the file names none, with terms that can be compared: hosting at
 * a coefficient of 0.96; sharing 3:7; a guarantee of four fifths of the likely saving; and a
 * service fee that comes to the service provider's share of the likely saving. The ratio 3:7 was
 * published for a hospital; the other numbers are conventions of this library.
 */
final class DefaultForms {

  private static final String COEFFICIENT = "0.96";
  private static final BigDecimal PROVIDER_SHARE = new BigDecimal("0.7");
  private static final BigDecimal GUARANTEED_PART = new BigDecimal("0.8");
  private static final int FRACTION_DECIMALS = 4;

  private final History history;
  private final AssessmentTerms terms;
  private final FeeBase base;
  private final FactorSet coal;

  DefaultForms(History history, AssessmentTerms terms, FeeBase base, FactorSet coal) {
    this.history = history;
    this.terms = terms;
    this.base = base;
    this.coal = coal;
  }

  List<CandidateForm> all() {
    boolean water = history.commodities().stream().noneMatch(this::isEnergy);
    String prefix = water ? "water-" : "";
    List<CandidateForm> forms = new ArrayList<>();
    forms.add(hosting(prefix + "hosting-all-in"));
    forms.add(hosting(prefix + "hosting-net"));
    if (!water) {
      forms.add(sharing("shared-savings", parameters()));
      forms.add(
          sharing(
              "shared-with-guarantee",
              parameters()
                  .put("guaranteeUnit", "MONEY")
                  .put("guarantee", text(likelySaving().multiply(GUARANTEED_PART)))));
    }
    forms.add(guaranteed(prefix + "guaranteed-savings", water));
    return forms;
  }

  private boolean isEnergy(Commodity commodity) {
    return coal.factor(commodity, terms.term().start()).isPresent();
  }

  private static ObjectNode parameters() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static String text(BigDecimal amount) {
    return amount.setScale(Future.MONEY, RoundingMode.HALF_UP).toPlainString();
  }

  private static CandidateForm form(String id, ObjectNode parameters, String zh, String en) {
    String preset = id + "/1";
    return new CandidateForm(
        id,
        preset,
        parameters,
        CandidateForm.utilitiesOf(preset),
        CandidateForm.Payer.SERVICE_PROVIDER,
        Optional.of(new Bilingual(zh, en)));
  }

  private static CandidateForm hosting(String id) {
    ObjectNode parameters = parameters().put("basis", "QUANTITY").put("coefficient", COEFFICIENT);
    if (id.endsWith("net")) {
      parameters.put("negativeNet", "REFUND");
    }
    return form(
        id,
        parameters,
        "托管系数 " + COEFFICIENT + "，费用随调整后用量（约定）",
        "coefficient " + COEFFICIENT + ", the fee follows adjusted quantities (convention)");
  }

  private static CandidateForm sharing(String id, ObjectNode parameters) {
    parameters
        .putArray("ratios")
        .addObject()
        .put("fromYear", 1)
        .put("ratio", PROVIDER_SHARE.toPlainString());
    boolean guarantee = parameters.has("guarantee");
    return form(
        id,
        parameters,
        "甲乙方分享比例 3:7（某医院公开案例）" + (guarantee ? "；保证最可能节约额的 80 %（约定）" : ""),
        "sharing 3:7 (published for a hospital)"
            + (guarantee ? "; 80 % of the likely saving guaranteed (convention)" : ""));
  }

  private CandidateForm guaranteed(String id, boolean water) {
    ObjectNode parameters = parameters().put("fee", text(likelySaving().multiply(PROVIDER_SHARE)));
    if (water) {
      parameters
          .put("guaranteeUnit", "QUANTITY")
          .put("guaranteeCommodity", Commodity.WATER.id())
          .put("guaranteedFraction", fraction(Rational.of(Outlook.likely(terms, Commodity.WATER))))
          .put("compensationPrice", history.price(Commodity.WATER).toPlainString());
    } else {
      Energy energy = energy();
      parameters
          .put("guaranteeUnit", "TCE")
          .put("conversion", coal.id())
          .put("guaranteedFraction", fraction(energy.saved().dividedBy(energy.used())))
          .put(
              "compensationPrice",
              energy
                  .cost()
                  .dividedBy(energy.used())
                  .times(Rational.of(1000))
                  .round(Future.MONEY, RoundingMode.HALF_UP)
                  .toPlainString());
    }
    return form(
        id,
        parameters,
        "服务费为最可能节约额的 70 %，保证最可能节约率的 80 %，差额按现价补偿（约定）",
        "fee of 70 % of the likely saving, 80 % of the likely fraction guaranteed, shortfall at today's"
            + " prices (convention)");
  }

  private static String fraction(Rational likely) {
    return likely
        .times(Rational.of(GUARANTEED_PART))
        .round(FRACTION_DECIMALS, RoundingMode.HALF_UP)
        .toPlainString();
  }

  /** What the measures most likely save in a year of the baseline at today's prices. */
  private BigDecimal likelySaving() {
    Rational saving = Rational.ZERO;
    for (Commodity commodity : history.commodities()) {
      saving =
          saving.plus(
              base.quantity(commodity)
                  .orElse(Rational.ZERO)
                  .times(Rational.of(Outlook.likely(terms, commodity)))
                  .times(Rational.of(history.price(commodity))));
    }
    return saving.round(Future.MONEY, RoundingMode.HALF_UP);
  }

  /** Standard coal used and likely saved in a year [kgce], and what that use costs. */
  private record Energy(Rational used, Rational saved, Rational cost) {}

  private Energy energy() {
    Energy sum = new Energy(Rational.ZERO, Rational.ZERO, Rational.ZERO);
    for (Commodity commodity : history.commodities()) {
      if (isEnergy(commodity)) {
        Rational quantity = base.quantity(commodity).orElse(Rational.ZERO);
        Rational factor =
            Rational.of(coal.factor(commodity, terms.term().start()).orElseThrow().value());
        Rational used = quantity.times(factor);
        sum =
            new Energy(
                sum.used().plus(used),
                sum.saved().plus(used.times(Rational.of(Outlook.likely(terms, commodity)))),
                sum.cost().plus(quantity.times(Rational.of(history.price(commodity)))));
      }
    }
    return sum;
  }
}
