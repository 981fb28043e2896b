package org.emcsettlement.settlement.clause;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.emcsettlement.settlement.contract.ClauseReader;
import org.emcsettlement.settlement.contract.ContractFormat;
import org.emcsettlement.settlement.contract.Preset;

/** The clauses and presets of the library. */
public final class StandardClauses {

  private static final List<String> PRESETS =
      List.of(
          "hosting-all-in-1.json",
          "hosting-net-1.json",
          "shared-savings-1.json",
          "guaranteed-savings-1.json",
          "shared-with-guarantee-1.json",
          "water-hosting-all-in-1.json",
          "water-hosting-net-1.json",
          "water-shared-savings-1.json",
          "water-guaranteed-savings-1.json",
          "water-shared-with-guarantee-1.json",
          "hosting-all-in-2.json",
          "hosting-net-2.json",
          "shared-savings-2.json",
          "guaranteed-savings-2.json",
          "shared-with-guarantee-2.json",
          "water-hosting-all-in-2.json",
          "water-hosting-net-2.json",
          "water-shared-savings-2.json",
          "water-guaranteed-savings-2.json",
          "water-shared-with-guarantee-2.json");

  private StandardClauses() {}

  /** {@return the format of contract files with the library's clauses and presets} */
  public static ContractFormat format() {
    Map<String, ClauseReader> kinds = new TreeMap<>();
    kinds.put(BaselineQuantity.KIND, BaselineQuantity::read);
    kinds.put(DriverAdjustment.KIND, DriverAdjustment::read);
    kinds.put(PriceAdjustment.KIND, PriceAdjustment::read);
    kinds.put(CombinedAdjustment.KIND, CombinedAdjustment::read);
    kinds.put(NonRoutineEvents.KIND, NonRoutineEvents::read);
    kinds.put(AvoidedQuantity.KIND, AvoidedQuantity::read);
    kinds.put(Costs.KIND, Costs::read);
    kinds.put(SavingsValue.KIND, SavingsValue::read);
    kinds.put(BillSavings.KIND, BillSavings::read);
    kinds.put(OverQuotaSurcharge.KIND, OverQuotaSurcharge::read);
    kinds.put(VerifiedSavings.KIND, VerifiedSavings::read);
    kinds.put(EnergyEquivalents.KIND, EnergyEquivalents::read);
    kinds.put(NegativeSavings.KIND, NegativeSavings::read);
    kinds.put(HostingFee.KIND, HostingFee::read);
    kinds.put(HostingOutcome.KIND, HostingOutcome::read);
    kinds.put(OwnGeneration.KIND, OwnGeneration::read);
    kinds.put(ServiceFee.KIND, ServiceFee::read);
    kinds.put(SharedSavings.KIND, SharedSavings::read);
    kinds.put(JointCost.KIND, JointCost::read);
    kinds.put(CostCentres.KIND, CostCentres::read);
    kinds.put(UtilityBills.KIND, UtilityBills::read);
    kinds.put(SurplusShare.KIND, SurplusShare::read);
    kinds.put(Limit.KIND, Limit::read);
    kinds.put(Performance.KIND, Performance::read);
    kinds.put(ItemisedDeductions.KIND, ItemisedDeductions::read);
    kinds.put(PaymentCeiling.KIND, PaymentCeiling::read);
    kinds.put(Guarantee.KIND, Guarantee::read);
    kinds.put(OtherRevenue.KIND, OtherRevenue::read);
    kinds.put(Retention.KIND, Retention::read);
    kinds.put(AdvanceOffset.KIND, AdvanceOffset::read);
    kinds.put(ResoldUtilities.KIND, ResoldUtilities::read);
    kinds.put(Overpayment.KIND, Overpayment::read);
    kinds.put(LatePayment.KIND, LatePayment::read);
    kinds.put(Termination.KIND, Termination::read);
    kinds.put(FinalAccount.KIND, FinalAccount::read);
    Map<String, Preset> presets = new TreeMap<>();
    for (String resource : PRESETS) {
      Preset preset = Preset.resource(StandardClauses.class, "presets/" + resource);
      presets.put(preset.name(), preset);
    }
    return new ContractFormat(
        kinds, presets, List.of(new AnnualTrueUp(), new ValueAddedTax(), new NetPayable()));
  }
}
