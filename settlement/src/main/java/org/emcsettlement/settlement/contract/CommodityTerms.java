package org.emcsettlement.settlement.contract;

import java.util.Optional;
import org.emcsettlement.core.quantity.Commodity;

/**
 * A commodity of the contract.
 *
 * @param id the commodity
 * @param quantityScale decimals to which agreed baseline, adjusted baseline and verified quantity
 *     are each rounded HALF_UP once; absent leaves them exact
 */
public record CommodityTerms(Commodity id, Optional<Integer> quantityScale) {}
