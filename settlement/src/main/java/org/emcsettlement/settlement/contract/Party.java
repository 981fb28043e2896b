package org.emcsettlement.settlement.contract;

import java.util.Optional;

/**
 * A party of the contract.
 *
 * @param name its name
 * @param creditCode its unified social credit code (统一社会信用代码)
 * @param address its address
 */
public record Party(String name, Optional<String> creditCode, Optional<String> address) {}
