package org.emcsettlement.settlement.contract;

import java.util.Optional;

/**
 * Who signed.
 *
 * @param institution the institution (甲方, 用能单位)
 * @param serviceProvider the service provider (乙方, 节能服务公司)
 * @param payer who pays on behalf of the institution, if another
 */
public record Parties(Party institution, Party serviceProvider, Optional<Party> payer) {}
