package org.emcsettlement.settlement.contract;

import java.util.Optional;

/**
 * A document of the contract.
 *
 * @param name what it is
 * @param sha256 its digest
 * @param note a remark
 */
public record Attachment(String name, Optional<String> sha256, Optional<String> note) {}
