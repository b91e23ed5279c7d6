package org.fixtrail.reports.seal;

import eu.europa.esig.dss.enumerations.Level;
import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.policy.EtsiValidationPolicy;
import eu.europa.esig.dss.policy.EtsiValidationPolicyFactory;
import eu.europa.esig.dss.policy.jaxb.BasicSignatureConstraints;
import eu.europa.esig.dss.policy.jaxb.LevelConstraint;

/**
 * DSS's own policy made strict: it only warns when something was added to a signed PDF, and here nothing may ever be
 * added.
 */
final class SealPolicy {
    private SealPolicy() {}

    static ValidationPolicy strict() {
        EtsiValidationPolicy policy =
                (EtsiValidationPolicy) new EtsiValidationPolicyFactory().loadDefaultValidationPolicy();
        BasicSignatureConstraints basic = policy.getSignatureConstraints().getBasicSignatureConstraints();
        basic.setByteRangeCollision(fail());
        basic.setByteRangeAllDocument(fail());
        basic.setPdfPageDifference(fail());
        basic.setPdfAnnotationOverlap(fail());
        basic.setPdfVisualDifference(fail());
        basic.setDocMDP(fail());
        basic.setFieldMDP(fail());
        basic.setSigFieldLock(fail());
        basic.setFormFillChanges(fail());
        basic.setAnnotationChanges(fail());
        basic.setUndefinedChanges(fail());
        return policy;
    }

    private static LevelConstraint fail() {
        LevelConstraint constraint = new LevelConstraint();
        constraint.setLevel(Level.FAIL);
        return constraint;
    }
}
