/**
 * What is wrong, missing or noteworthy in the evidence, the contract or a fit, with its place and
 * what to do.
 */
@NullMarked
package org.emcsettlement.core.finding;

import org.jspecify.annotations.NullMarked;
