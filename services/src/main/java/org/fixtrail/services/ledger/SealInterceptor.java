package org.fixtrail.services.ledger;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.fixtrail.services.access.Requires;
import org.jspecify.annotations.Nullable;

/** Seals a use case's acts as the last step of its transaction; only the outermost use case does so. */
@Interceptor
@Requires
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class SealInterceptor {
    private static final String INSIDE = SealInterceptor.class.getName() + ".inside";

    private final Ledger ledger;
    private final TransactionSynchronizationRegistry transaction;

    @Inject
    public SealInterceptor(Ledger ledger, TransactionSynchronizationRegistry transaction) {
        this.ledger = ledger;
        this.transaction = transaction;
    }

    @AroundInvoke
    @Nullable
    Object seal(InvocationContext call) throws Exception {
        boolean inTransaction = transaction.getTransactionStatus() == Status.STATUS_ACTIVE;
        if (!inTransaction || transaction.getResource(INSIDE) != null) {
            return call.proceed();
        }
        transaction.putResource(INSIDE, true);
        try {
            Object answer = call.proceed();
            ledger.seal();
            return answer;
        } finally {
            transaction.putResource(INSIDE, null);
        }
    }
}
