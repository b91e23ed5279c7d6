package org.fixtrail.services.access;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.fixtrail.domain.access.Permission;

/**
 * The right that a use case needs; on each public use case, checked before anything else happens. Where several are named,
 * one of them is enough. The acts of the use case are sealed into the ledger as the last step of its transaction.
 */
@InterceptorBinding
@Inherited
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Requires {
    @Nonbinding
    Permission[] value() default {};
}
