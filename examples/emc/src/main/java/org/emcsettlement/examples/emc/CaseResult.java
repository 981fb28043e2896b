package org.emcsettlement.examples.emc;

import java.util.Optional;
import org.emcsettlement.core.finding.Findings;

/**
 * What a study says about one building.
 *
 * @param name the name of its folder
 * @param method the method that was used, if the folder could be read
 * @param figures the figures, absent if there is no fit or nothing to compare
 * @param findings everything found
 */
record CaseResult(
    String name, Optional<String> method, Optional<CaseFigures> figures, Findings findings) {}
