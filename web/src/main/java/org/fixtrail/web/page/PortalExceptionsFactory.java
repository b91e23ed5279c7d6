package org.fixtrail.web.page;

import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;

/** Named in faces-config.xml. */
public class PortalExceptionsFactory extends ExceptionHandlerFactory {
    public PortalExceptionsFactory(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new PortalExceptions(getWrapped().getExceptionHandler());
    }
}
